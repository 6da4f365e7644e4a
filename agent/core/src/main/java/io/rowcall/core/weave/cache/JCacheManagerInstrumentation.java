package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.rowcall.boot.CacheHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Records the names of JCache's caches from the managers that create them. */
public final class JCacheManagerInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("javax/cache/CacheManager", "createCache");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        isPublic().and(named("createCache")).and(takesArgument(0, String.class)), Create.class);
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Argument(0) @Nullable String name, @Advice.Return @Nullable Object cache) {
      CacheHooks.onNamedWrapper(cache, name);
    }
  }
}
