package io.acme.libraries.calls;

import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4. */
final class ApacheClassicOlderCalls implements CallSubject {
  private final CloseableHttpClient client = HttpClients.createDefault();
  private final String url;

  ApacheClassicOlderCalls(String url) {
    this.url = url;
  }

  @Override
  public void call(String id) throws Exception {
    get("/items/" + id + "?token=canary-" + id);
  }

  @Override
  public void fail() throws Exception {
    get("/fail");
  }

  private void get(String path) throws Exception {
    try (CloseableHttpResponse response = client.execute(new HttpGet(url + path))) {
      EntityUtils.consume(response.getEntity());
    }
  }
}
