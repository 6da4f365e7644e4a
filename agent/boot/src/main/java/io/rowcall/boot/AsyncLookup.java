package io.rowcall.boot;

import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Request;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Cache lookup whose answer is pending: counts it on the thread that completes it. */
final class AsyncLookup implements BiConsumer<Object, Throwable> {
  private final CacheStats cache;
  private final @Nullable Request branch;

  /**
   * @param branch a branch of the request that has sent it; null outside of requests
   */
  AsyncLookup(CacheStats cache, @Nullable Request branch) {
    this.cache = cache;
    this.branch = branch;
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable failure) {
    int hits = value == null ? 0 : 1;
    if (branch == null) {
      if (failure == null) {
        cache.recordLookups(hits, 1 - hits);
      }
      return;
    }
    if (failure == null) {
      branch.recordLookups(cache, hits, 1 - hits);
    }
    Branches.join(branch);
  }
}
