package io.acme.libraries.caches;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lettuce, asynchronous: replies arrive on its own threads. */
final class LettuceAsyncSubject implements CacheSubject {
  private final RedisAsyncCommands<String, String> commands;

  LettuceAsyncSubject() throws IOException {
    commands = RedisClient.create("redis://localhost:" + RedisProcess.start()).connect().async();
  }

  @Override
  public @Nullable String peek(String key) throws Exception {
    return commands.get(key).get();
  }

  @Override
  public void put(String key, String value) throws Exception {
    commands.set(key, value).get();
  }
}
