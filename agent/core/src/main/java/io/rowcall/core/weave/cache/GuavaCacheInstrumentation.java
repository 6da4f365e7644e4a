package io.rowcall.core.weave.cache;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.StatsCounterVisitor;
import io.rowcall.core.weave.Weaver;

/**
 * Counts the lookups of Guava's caches, by the library's own statistics. A segment counts for its
 * cache.
 */
public final class GuavaCacheInstrumentation implements Instrumentation {
  /** Starts the agent: a cache is named while it is created. */
  public static final String CACHE = "com/google/common/cache/LocalCache";

  private static final String SEGMENT = CACHE + "$Segment";

  @Override
  public Library library() {
    return Library.cache("guava", "com.google.common.")
        .wrapsCachesIn("localCache")
        .withSizedCaches();
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CACHE, SEGMENT);
  }

  @Override
  public void weave(Weaver type) {
    type.countWith(
        StatsCounterVisitor.of("com/google/common/cache/AbstractCache$StatsCounter")
            .withPart(SEGMENT, "map", "L" + CACHE + ";"));
    type.in(CACHE).adviseConstructors(CacheCreatedAdvice.class);
  }
}
