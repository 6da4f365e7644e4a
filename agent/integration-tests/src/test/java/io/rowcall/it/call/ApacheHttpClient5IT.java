package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Apache HttpClient 5, classic. */
@Covers("ApacheHttpClient5")
@Tag("compat")
final class ApacheHttpClient5IT extends CallContract {

  @Override
  public Client client() {
    return Client.http("httpclient5", "ApacheClassic");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}
