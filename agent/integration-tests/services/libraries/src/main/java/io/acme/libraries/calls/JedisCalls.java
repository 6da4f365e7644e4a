package io.acme.libraries.calls;

import io.acme.libraries.caches.RedisProcess;
import java.io.IOException;
import java.util.List;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Pipeline;

/** Jedis. */
final class JedisCalls implements CallSubject {
  private final JedisPooled client;

  JedisCalls(String url) throws IOException {
    client = new JedisPooled("localhost", RedisProcess.start());
    client.set("text", url);
  }

  @Override
  public void call(String id) {
    client.get("canary:" + id);
  }

  @Override
  public void fail() {
    client.incr("text");
  }

  /** A pipeline is one call. */
  @Override
  public void together(List<String> ids) {
    try (Pipeline pipeline = (Pipeline) client.pipelined()) {
      ids.forEach(id -> pipeline.get("canary:" + id));
      pipeline.sync();
    }
  }
}
