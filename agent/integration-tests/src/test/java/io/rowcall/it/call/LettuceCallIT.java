package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Lettuce: a synchronous call waits for an asynchronous one. */
@Covers("LettuceCall")
@Tag("compat")
final class LettuceCallIT extends CallContract {

  @Override
  public Client client() {
    return Client.redis("lettuce-core", "Lettuce", 3);
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.REDIS.get();
  }
}
