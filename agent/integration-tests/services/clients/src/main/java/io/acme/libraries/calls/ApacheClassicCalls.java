package io.acme.libraries.calls;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Apache HttpClient 5, classic. */
final class ApacheClassicCalls implements CallSubject {
  private final CloseableHttpClient client = HttpClients.createDefault();
  private final String url;

  ApacheClassicCalls(String url) {
    this.url = url;
  }

  @Override
  public void call(String id) throws Exception {
    client.execute(new HttpGet(url + "/items/" + id + "?token=canary-" + id), response -> null);
  }

  @Override
  public void fail() throws Exception {
    client.execute(new HttpGet(url + "/fail"), response -> null);
  }
}
