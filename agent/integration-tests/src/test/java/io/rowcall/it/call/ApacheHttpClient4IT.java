package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Apache HttpClient 4. */
@Covers("ApacheHttpClient4")
@Tag("compat")
final class ApacheHttpClient4IT extends CallContract {

  @Override
  public Client client() {
    return Client.http("httpclient", "ApacheClassicOlder");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}
