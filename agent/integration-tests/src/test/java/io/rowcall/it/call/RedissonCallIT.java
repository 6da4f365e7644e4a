package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Redisson. */
@Covers("RedissonCall")
@Tag("compat")
final class RedissonCallIT extends CallContract {

  @Override
  public Client client() {
    return Client.redis("redisson", "Redisson", 3);
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.REDIS.get();
  }
}
