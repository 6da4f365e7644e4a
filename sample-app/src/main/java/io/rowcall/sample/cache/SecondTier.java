package io.rowcall.sample.cache;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Store that is shared by several instances of a service. An exception counts as a miss in the
 * cache above it.
 *
 * <p>Implementations are thread-safe.
 */
public interface SecondTier extends AutoCloseable {

  byte @Nullable [] get(String key);

  void put(String key, byte[] value, Duration ttl, Set<String> tags);

  /** Removes the matching keys, and notifies the other instances. */
  void invalidate(Invalidation invalidation);

  /**
   * Registers a listener.
   *
   * @param drop called for each invalidation by another instance, and for all keys after a lost
   *     connection
   */
  void listen(Consumer<Invalidation> drop);

  /** Returns whether the last attempt to reach it succeeded. */
  boolean reachable();

  @Override
  void close();
}
