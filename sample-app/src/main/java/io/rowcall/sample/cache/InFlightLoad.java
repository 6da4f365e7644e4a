package io.rowcall.sample.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Load in progress, on which all callers of the same key wait. */
final class InFlightLoad {

  private final CacheKey<?> key;
  private final CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
  private boolean invalidated;

  InFlightLoad(CacheKey<?> key) {
    this.key = key;
  }

  CacheKey<?> key() {
    return key;
  }

  /**
   * Marks the value as invalidated during its load: waiting callers get it, but it is not stored.
   */
  synchronized void invalidate() {
    invalidated = true;
  }

  synchronized void storeUnlessInvalidated(Runnable store) {
    if (!invalidated) {
      store.run();
    }
  }

  void complete(@Nullable Object value) {
    result.complete(value);
  }

  void fail(Throwable thrown) {
    result.completeExceptionally(thrown);
  }

  @Nullable Object await() throws Exception {
    try {
      return result.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
