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
 * Counts the lookups of Hibernate's second-level cache and query cache, from 5.3 on, by region.
 * Lookups of the cache behind a region are not counted: neither when a region is read, nor when it
 * is written, which reads first.
 */
public final class HibernateCacheInstrumentation implements Instrumentation {
  private static final String SUPPORT = "org/hibernate/cache/spi/support/";
  private static final String REGION = SUPPORT + "AbstractRegion";
  private static final String QUERIES = "org/hibernate/cache/internal/QueryResultsCacheImpl";
  private static final String ENTITIES = SUPPORT + "AbstractCachedDomainDataAccess";
  private static final String READ_WRITE = SUPPORT + "AbstractReadWriteAccess";
  private static final String READ_WRITE_ENTITIES = SUPPORT + "EntityReadWriteAccess";
  private static final String READ_WRITE_NATURAL_IDS = SUPPORT + "NaturalIdReadWriteAccess";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        REGION, QUERIES, ENTITIES, READ_WRITE, READ_WRITE_ENTITIES, READ_WRITE_NATURAL_IDS);
  }

  @Override
  public void weave(Weaver type) {
    type.in(REGION).adviseConstructors(CreateRegion.class);
    type.in(QUERIES)
        .adviseConstructors(CreateAccess.class)
        .advise(isPublic().and(named("get")).and(takesArguments(3)), LookupAdvice.OneKey.class);
    type.in(ENTITIES).adviseConstructors(CreateAccess.class);
    type.in(READ_WRITE, READ_WRITE_ENTITIES, READ_WRITE_NATURAL_IDS)
        .advise(
            namedOneOf("putFromLoad", "lockItem", "unlockItem", "afterInsert", "afterUpdate"),
            LookupAdvice.Ignored.class);
    type.in(ENTITIES, READ_WRITE, READ_WRITE_ENTITIES, READ_WRITE_NATURAL_IDS)
        .advise(isPublic().and(named("get")).and(takesArguments(2)), LookupAdvice.OneKey.class);
  }

  static final class CreateRegion {
    private CreateRegion() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object region, @Advice.FieldValue("name") @Nullable String name) {
      CacheHooks.onNamed(region, name);
    }
  }

  /** The first argument of the constructor is the region for which the object reads. */
  static final class CreateAccess {
    private CreateAccess() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object access, @Advice.Argument(0) @Nullable Object region) {
      CacheHooks.shareStats(region, access);
    }
  }
}
