package io.acme.libraries.calls;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Reactor Netty. */
final class ReactorNettyCalls implements CallSubject {
  private final HttpClient client = HttpClient.create();
  private final String url;

  ReactorNettyCalls(String url) {
    this.url = url;
  }

  @Override
  public void call(String id) {
    get("/items/" + id + "?token=canary-" + id).block();
  }

  @Override
  public void fail() {
    get("/fail").block();
  }

  @Override
  public void together(List<String> ids) {
    Flux.fromIterable(ids).flatMap(id -> get("/items/" + id)).blockLast();
  }

  private Mono<String> get(String path) {
    return client.get().uri(url + path).responseContent().aggregate().asString();
  }
}
