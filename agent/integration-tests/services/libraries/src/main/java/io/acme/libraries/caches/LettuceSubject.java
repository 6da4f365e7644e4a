package io.acme.libraries.caches;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lettuce, synchronous. */
final class LettuceSubject implements CacheSubject {
  private final RedisCommands<String, String> commands;

  LettuceSubject() throws IOException {
    commands = RedisClient.create("redis://localhost:" + RedisProcess.start()).connect().sync();
  }

  @Override
  public @Nullable String peek(String key) {
    return commands.get(key);
  }

  @Override
  public void put(String key, String value) {
    commands.set(key, value);
  }
}
