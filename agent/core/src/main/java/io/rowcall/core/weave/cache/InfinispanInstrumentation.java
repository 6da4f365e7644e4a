package io.rowcall.core.weave.cache;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Counts the lookups of Infinispan's embedded caches, simple ones included. A cache has its own
 * name; the decorators around it delegate to it. Asynchronous reads are not counted.
 */
public final class InfinispanInstrumentation implements Instrumentation {
  private static final String CACHE = "org/infinispan/cache/impl/CacheImpl";
  private static final String SIMPLE_CACHE = "org/infinispan/cache/impl/SimpleCacheImpl";

  @Override
  public Library library() {
    return Library.cache("infinispan", "org.infinispan.").namedBy("name").withInnerCaches();
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CACHE, SIMPLE_CACHE);
  }

  @Override
  public void weave(Weaver type) {
    LookupRules.cache(type);
  }
}
