package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CacheHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's second-level cache and its query cache, from 5.3 on, by region. The cache behind a
 * region is not asked again: neither when a region is read, nor when it is written to, which reads
 * first.
 */
public final class HibernateCacheInstrumentation implements Instrumentation {
  private static final String PACKAGE = "org/hibernate/cache/";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + "internal/QueryResultsCacheImpl",
        PACKAGE + "spi/support/AbstractCachedDomainDataAccess",
        PACKAGE + "spi/support/AbstractReadWriteAccess",
        PACKAGE + "spi/support/AbstractRegion",
        PACKAGE + "spi/support/EntityReadWriteAccess",
        PACKAGE + "spi/support/NaturalIdReadWriteAccess");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("AbstractRegion")) {
      type.adviseConstructors(Region.class);
      return;
    }
    if (type.isNamed("AbstractReadWriteAccess")
        || type.isNamed("EntityReadWriteAccess")
        || type.isNamed("NaturalIdReadWriteAccess")) {
      type.advise(
          LookupAdvice.None.class,
          namedOneOf("putFromLoad", "lockItem", "unlockItem", "afterInsert", "afterUpdate"));
    } else {
      type.adviseConstructors(OfRegion.class);
    }
    int arguments = type.isNamed("QueryResultsCacheImpl") ? 3 : 2;
    type.advise(
        LookupAdvice.OfOne.class, isPublic().and(named("get")).and(takesArguments(arguments)));
  }

  static final class Region {
    private Region() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object region, @Advice.FieldValue("name") @Nullable String name) {
      CacheHooks.onNamed(region, name);
    }
  }

  /** What looks up for a region is made with the region as its first argument. */
  static final class OfRegion {
    private OfRegion() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object access, @Advice.Argument(0) @Nullable Object region) {
      CacheHooks.shareStats(region, access);
    }
  }
}
