package io.rowcall.core.weave.cache;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Counts the lookups of JCache, for all providers. Lookups of the caches inside are not counted.
 */
public final class JCacheInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.cache("jcache", "javax.cache.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.implementing("javax/cache/Cache", "get", "getAll");
  }

  @Override
  public void weave(Weaver type) {
    LookupRules.cache(type);
  }
}
