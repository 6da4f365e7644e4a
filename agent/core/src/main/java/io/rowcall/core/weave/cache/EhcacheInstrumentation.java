package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.rowcall.boot.CacheHooks;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Counts the lookups of Ehcache 3. Its manager names the caches. */
public final class EhcacheInstrumentation implements Instrumentation {
  private static final String MANAGER = "org/ehcache/core/EhcacheManager";
  private static final String CACHE_BASE = "org/ehcache/core/EhcacheBase";
  private static final String CACHE = "org/ehcache/core/Ehcache";
  private static final String LOADING_CACHE = "org/ehcache/core/EhcacheWithLoaderWriter";

  @Override
  public Library library() {
    return Library.cache("ehcache", "org.ehcache.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(MANAGER, CACHE_BASE, CACHE, LOADING_CACHE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(MANAGER)
        .advise(named("createNewEhcache").and(takesArgument(0, String.class)), Create.class);
    LookupRules.cache(type.in(CACHE_BASE, CACHE, LOADING_CACHE));
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Argument(0) @Nullable String name, @Advice.Return @Nullable Object cache) {
      CacheHooks.onNamed(cache, name);
    }
  }
}
