package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** OkHttp; a call that is enqueued ends on another thread. */
@Covers("OkHttp")
@Tag("compat")
final class OkHttpIT extends CallContract {

  @Override
  public Client client() {
    return Client.http("okhttp", "OkHttp");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}
