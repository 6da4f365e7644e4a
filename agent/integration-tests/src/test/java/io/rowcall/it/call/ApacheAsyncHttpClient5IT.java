package io.rowcall.it.call;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Apache HttpClient 5, asynchronous. */
@Tag("compat")
final class ApacheAsyncHttpClient5IT extends CallContract {

  @Override
  public Client client() {
    return Client.http("httpclient5", "ApacheAsync");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}
