package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;

/** {@code HttpURLConnection}. */
@Covers("HttpUrlConnection")
final class UrlConnectionIT extends CallContract {

  @Override
  public Client client() {
    return Client.http("", "UrlConnection");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.BASIC.get();
  }
}
