package io.rowcall.cache;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.function.Function;

/** Commands on one connection, whose answers are awaited as the guard allows. */
record RedisCalls(StatefulRedisConnection<String, byte[]> connection, RedisStallGuard guard) {

  <T> T call(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
    return guard.await(() -> command.apply(connection.async()));
  }
}
