package io.rowcall.sample.cache;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store that several instances of a service share. Whatever it throws is a miss to the cache
 * above it.
 *
 * <p>Implementations are thread-safe.
 */
public interface SecondTier extends AutoCloseable {

  byte @Nullable [] get(String key);

  void put(String key, byte[] value, Duration ttl, Set<String> tags);

  /** Removes what the invalidation concerns, and tells the other instances. */
  void invalidate(Invalidation invalidation);

  /**
   * @param drop called for each invalidation that another instance tells, and for everything after
   *     a connection was lost
   */
  void listen(Consumer<Invalidation> drop);

  /** Whether the last attempt to reach it succeeded. */
  boolean reachable();

  @Override
  void close();
}
