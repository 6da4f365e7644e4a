package io.acme.libraries.calls;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;

/** Elasticsearch's REST client, over Apache's asynchronous client 4. */
final class ElasticsearchCalls implements CallSubject {
  private final RestClient client;

  ElasticsearchCalls(String url) {
    client = RestClient.builder(HttpHost.create(url)).build();
  }

  @Override
  public void call(String id) throws Exception {
    client.performRequest(item(id));
  }

  @Override
  public void fail() throws Exception {
    client.performRequest(new Request("GET", "/fail"));
  }

  @Override
  public void together(List<String> ids) throws Exception {
    CountDownLatch done = new CountDownLatch(ids.size());
    for (String id : ids) {
      client.performRequestAsync(item(id), new Counter(done));
    }
    done.await();
  }

  private static Request item(String id) {
    Request request = new Request("GET", "/items/" + id);
    request.addParameter("token", "canary-" + id);
    return request;
  }

  private record Counter(CountDownLatch done) implements ResponseListener {
    @Override
    public void onSuccess(Response response) {
      done.countDown();
    }

    @Override
    public void onFailure(Exception failure) {
      done.countDown();
    }
  }
}
