package io.acme.libraries.calls;

import io.acme.libraries.caches.RedisProcess;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RFuture;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** Redisson. */
final class RedissonCalls implements CallSubject {
  private final RedissonClient client;

  RedissonCalls(String url) throws IOException {
    Config config = new Config().setCodec(StringCodec.INSTANCE);
    config.useSingleServer().setAddress("redis://localhost:" + RedisProcess.start());
    client = Redisson.create(config);
    client.<String>getBucket("text").set(url);
  }

  @Override
  public void call(String id) {
    client.<String>getBucket("canary:" + id).get();
  }

  @Override
  public void fail() {
    client.getAtomicLong("text").incrementAndGet();
  }

  @Override
  public void together(List<String> ids) throws Exception {
    List<RFuture<String>> calls =
        ids.stream().map(id -> client.<String>getBucket("canary:" + id).getAsync()).toList();
    for (RFuture<String> call : calls) {
      call.get(10, TimeUnit.SECONDS);
    }
  }
}
