package io.rowcall.sample.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A load under way, which everybody who wants the same key waits for. */
final class InFlightLoad {

  private final CacheKey<?> key;
  private final CompletableFuture<@Nullable Object> landing = new CompletableFuture<>();
  private boolean outdated;

  InFlightLoad(CacheKey<?> key) {
    this.key = key;
  }

  CacheKey<?> key() {
    return key;
  }

  /** What it loads was invalidated meanwhile: whoever waits gets it, nobody keeps it. */
  synchronized void outdate() {
    outdated = true;
  }

  synchronized void storeUnlessOutdated(Runnable store) {
    if (!outdated) {
      store.run();
    }
  }

  void land(@Nullable Object value) {
    landing.complete(value);
  }

  void crash(Throwable thrown) {
    landing.completeExceptionally(thrown);
  }

  @Nullable Object await() throws Exception {
    try {
      return landing.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
