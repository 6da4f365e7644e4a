package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CacheHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Ehcache 3, whose manager knows the names. */
public final class EhcacheInstrumentation implements Instrumentation {
  private static final String PACKAGE = "org/ehcache/core/";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + "Ehcache",
        PACKAGE + "EhcacheBase",
        PACKAGE + "EhcacheManager",
        PACKAGE + "EhcacheWithLoaderWriter");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("EhcacheManager")) {
      type.advise(Create.class, named("createNewEhcache").and(takesArgument(0, String.class)));
    } else {
      type.advise(LookupAdvice.OfOne.class, isPublic().and(named("get")).and(takesArguments(1)));
      type.advise(LookupAdvice.OfSet.class, isPublic().and(named("getAll")).and(takesArguments(1)));
    }
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
