package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;

/** Jedis; its pipeline is one call. */
@Covers("JedisCall")
final class JedisCallIT extends CallContract {

  @Override
  public Client client() {
    return Client.redis("jedis", "Jedis", 1);
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.BASIC.get();
  }
}
