package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Reactive API of Lettuce. */
@Covers("LettuceReactiveCall")
@Tag("compat")
final class LettuceReactiveCallIT extends CallContract {

  @Override
  public Client client() {
    return Client.redis("lettuce-core", "LettuceReactive", 3);
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.REDIS.get();
  }
}
