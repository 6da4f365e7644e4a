package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CacheHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;

/** Recognizes misses of JCache by its loaders: a value that has to be loaded is a miss. */
public final class JCacheLoaderInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("javax/cache/integration/CacheLoader", "load");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        isPublic().and(not(isBridge())).and(named("load")).and(takesArguments(1)), Load.class);
  }

  static final class Load {
    private Load() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter() {
      return CacheHooks.beforeLoad();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter long start) {
      CacheHooks.afterLoad(start);
    }
  }
}
