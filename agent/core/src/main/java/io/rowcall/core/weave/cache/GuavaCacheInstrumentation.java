package io.rowcall.core.weave.cache;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.StatsCounterVisitor;
import io.rowcall.core.weave.Weaver;

/** Counts with Guava's caches. Their segments count for the cache that they are a part of. */
public final class GuavaCacheInstrumentation implements Instrumentation {
  private static final String PACKAGE = "com/google/common/cache/";
  private static final String CACHE = PACKAGE + "LocalCache";

  @Override
  public Candidates candidates() {
    return Candidates.named(CACHE, CACHE + "$Segment");
  }

  @Override
  public void weave(Weaver type) {
    type.countWith(
        new StatsCounterVisitor(
            PACKAGE + "AbstractCache$StatsCounter", CACHE + "$Segment", "map", "L" + CACHE + ";"));
    if (type.isNamed("LocalCache")) {
      type.adviseConstructors(CacheCreatedAdvice.class);
    }
  }
}
