package io.rowcall.it.call;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** OkHttp 5. */
@Tag("compat")
final class OkHttp5IT extends CallContract {

  @Override
  public Client client() {
    return Client.http("okhttp-jvm", "OkHttp");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.OKHTTP_5.get();
  }
}
