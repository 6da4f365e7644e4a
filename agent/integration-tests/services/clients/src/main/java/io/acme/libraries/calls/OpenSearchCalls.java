package io.acme.libraries.calls;

import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.Request;
import org.opensearch.client.Response;
import org.opensearch.client.ResponseListener;
import org.opensearch.client.RestClient;

/** OpenSearch's REST client, over Apache's asynchronous client 5. */
final class OpenSearchCalls implements CallSubject {
  private final RestClient client;

  OpenSearchCalls(String url) throws URISyntaxException {
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
