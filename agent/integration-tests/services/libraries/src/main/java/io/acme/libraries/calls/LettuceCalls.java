package io.acme.libraries.calls;

import io.acme.libraries.caches.RedisProcess;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lettuce. */
final class LettuceCalls implements CallSubject {
  private final StatefulRedisConnection<String, String> connection;

  LettuceCalls(String url) throws IOException {
    connection = RedisClient.create("redis://localhost:" + RedisProcess.start()).connect();
    connection.sync().set("text", url);
  }

  @Override
  public void call(String id) {
    connection.sync().get("canary:" + id);
  }

  @Override
  public void fail() {
    connection.sync().incr("text");
  }

  @Override
  public void together(List<String> ids) throws Exception {
    List<RedisFuture<String>> calls =
        ids.stream().map(id -> connection.async().get("canary:" + id)).toList();
    for (RedisFuture<String> call : calls) {
      call.get(10, TimeUnit.SECONDS);
    }
  }
}
