package io.rowcall.core.weave.cache;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.StatsCounterVisitor;
import io.rowcall.core.weave.Weaver;

/**
 * Counts the lookups of Caffeine 2 and 3, in all kinds of caches, by the library's own statistics.
 */
public final class CaffeineInstrumentation implements Instrumentation {
  /** Starts the agent: a cache is named while it is created. */
  public static final String PACKAGE = "com/github/benmanes/caffeine/cache/";

  private static final String BOUNDED = PACKAGE + "BoundedLocalCache";
  private static final String UNBOUNDED = PACKAGE + "UnboundedLocalCache";

  @Override
  public Library library() {
    return Library.cache("caffeine", "com.github.benmanes.caffeine.")
        .wrapsCachesIn("cache", "asyncCache")
        .withSizedCaches();
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(
            BOUNDED,
            PACKAGE + "LocalAsyncCache",
            PACKAGE + "LocalAsyncCache$AbstractCacheView",
            PACKAGE + "LocalAsyncCache$AsMapView",
            PACKAGE + "LocalAsyncCache$AsyncAsMapView",
            PACKAGE + "LocalAsyncCache$AsyncBulkCompleter",
            PACKAGE + "LocalAsyncLoadingCache",
            PACKAGE + "LocalAsyncLoadingCache$LoadingCacheView",
            PACKAGE + "LocalCache",
            PACKAGE + "LocalLoadingCache",
            PACKAGE + "LocalManualCache",
            UNBOUNDED)
        .withInterfaces();
  }

  @Override
  public void weave(Weaver type) {
    type.countWith(StatsCounterVisitor.of(PACKAGE + "stats/StatsCounter"));
    type.in(BOUNDED, UNBOUNDED).adviseConstructors(CacheCreatedAdvice.class);
  }
}
