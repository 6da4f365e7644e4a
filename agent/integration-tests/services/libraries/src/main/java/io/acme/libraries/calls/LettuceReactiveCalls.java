package io.acme.libraries.calls;

import io.acme.libraries.caches.RedisProcess;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.util.List;
import reactor.core.publisher.Flux;

/** Reactive API of Lettuce. */
final class LettuceReactiveCalls implements CallSubject {
  private final StatefulRedisConnection<String, String> connection;

  LettuceReactiveCalls(String url) throws IOException {
    connection = RedisClient.create("redis://localhost:" + RedisProcess.start()).connect();
    connection.sync().set("text", url);
  }

  @Override
  public void call(String id) {
    connection.reactive().get("canary:" + id).block();
  }

  @Override
  public void fail() {
    connection.reactive().incr("text").block();
  }

  @Override
  public void together(List<String> ids) {
    Flux.fromIterable(ids).flatMap(id -> connection.reactive().get("canary:" + id)).blockLast();
  }
}
