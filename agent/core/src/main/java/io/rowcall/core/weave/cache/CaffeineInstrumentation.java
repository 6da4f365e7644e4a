package io.rowcall.core.weave.cache;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.StatsCounterVisitor;
import io.rowcall.core.weave.Weaver;

/** Counts with Caffeine 2 and 3, whichever kind of cache it is. */
public final class CaffeineInstrumentation implements Instrumentation {
  private static final String PACKAGE = "com/github/benmanes/caffeine/cache/";

  @Override
  public Candidates candidates() {
    return Candidates.named(
            PACKAGE + "BoundedLocalCache",
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
            PACKAGE + "UnboundedLocalCache")
        .interfacesToo();
  }

  @Override
  public void weave(Weaver type) {
    type.countWith(new StatsCounterVisitor(PACKAGE + "stats/StatsCounter", "", "", ""));
    if (type.isNamed("BoundedLocalCache") || type.isNamed("UnboundedLocalCache")) {
      type.adviseConstructors(CacheCreatedAdvice.class);
    }
  }
}
