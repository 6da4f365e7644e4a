package io.acme.libraries.calls;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** JDK {@code HttpClient}. */
final class JdkHttpClientCalls implements CallSubject {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  JdkHttpClientCalls(String url) {
    this.url = url;
  }

  private HttpRequest item(String id) {
    return HttpRequest.newBuilder(URI.create(url + "/items/" + id + "?token=canary-" + id)).build();
  }

  @Override
  public void call(String id) throws Exception {
    client.send(item(id), BodyHandlers.discarding());
  }

  @Override
  public void fail() {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/fail")).build();
    client.sendAsync(request, BodyHandlers.discarding()).join();
  }

  @Override
  public void together(List<String> ids) {
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (String id : ids) {
      calls.add(client.sendAsync(item(id), BodyHandlers.discarding()));
    }
    calls.forEach(CompletableFuture::join);
  }
}
