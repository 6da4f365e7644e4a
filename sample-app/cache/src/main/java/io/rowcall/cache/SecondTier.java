package io.rowcall.cache;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Store that is shared by several instances of a service. An exception counts as a miss in the
 * cache above it, and should come at once rather than make every caller wait.
 *
 * <p>Implementations are thread-safe.
 */
public interface SecondTier extends AutoCloseable {

  /**
   * Value and version of a key.
   *
   * @param value null if there is none
   * @param remaining lifetime that is left to the value
   */
  record Found(byte @Nullable [] value, Duration remaining, String version) {}

  /** Looks a key up, and returns the version with which a value loaded now may be stored. */
  Found find(CacheKey<?> key);

  /**
   * Returns the current version of a key.
   *
   * @param key null for a version that ends with the invalidation of any key
   */
  String version(@Nullable CacheKey<?> key);

  /** Stores a value, and returns false if its key has been invalidated since the version. */
  boolean put(CacheKey<?> key, byte[] value, String version);

  /** Removes the matching keys, ends their versions, and notifies the other instances. */
  void invalidate(Invalidation invalidation);

  /**
   * Registers a listener.
   *
   * @param drop called for each invalidation by another instance, and for all keys after a lost
   *     connection
   */
  void listen(Consumer<Invalidation> drop);

  /** Returns whether it can be reached now. */
  boolean reachable();

  @Override
  void close();
}
