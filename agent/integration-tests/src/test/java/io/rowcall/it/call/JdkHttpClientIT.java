package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;

/** JDK {@code HttpClient}. */
@Covers("JdkHttpClient")
final class JdkHttpClientIT extends CallContract {

  @Override
  public Client client() {
    return Client.http("", "JdkHttpClient");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.BASIC.get();
  }
}
