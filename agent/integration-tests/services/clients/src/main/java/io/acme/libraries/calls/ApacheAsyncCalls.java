package io.acme.libraries.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;

/** Apache HttpClient 5, asynchronous. */
final class ApacheAsyncCalls implements CallSubject {
  private final CloseableHttpAsyncClient client = HttpAsyncClients.createDefault();
  private final String url;

  ApacheAsyncCalls(String url) {
    this.url = url;
    client.start();
  }

  @Override
  public void call(String id) throws Exception {
    get("/items/" + id + "?token=canary-" + id).get();
  }

  @Override
  public void fail() throws Exception {
    get("/fail").get();
  }

  @Override
  public void together(List<String> ids) throws Exception {
    List<Future<SimpleHttpResponse>> calls = new ArrayList<>();
    for (String id : ids) {
      calls.add(get("/items/" + id));
    }
    for (Future<SimpleHttpResponse> call : calls) {
      call.get();
    }
  }

  private Future<SimpleHttpResponse> get(String path) {
    return client.execute(SimpleRequestBuilder.get(url + path).build(), null);
  }
}
