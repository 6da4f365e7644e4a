package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Reads with Lettuce; null is a miss. Synchronous ones go through a {@code Proxy}, which waits for
 * an asynchronous one; those of its reactive API are not counted.
 */
public final class LettuceInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "io/lettuce/core/AbstractRedisAsyncCommands",
        "io/lettuce/core/FutureSyncInvocationHandler",
        "io/lettuce/core/cluster/ClusterFutureSyncInvocationHandler");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("AbstractRedisAsyncCommands")) {
      type.advise(LookupAdvice.Later.class, isPublic().and(namedOneOf("get", "getex", "hget")));
    } else {
      type.advise(Wait.class, named("handleInvocation").and(takesArguments(3)));
    }
  }

  static final class Wait {
    private Wait() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Advice.Argument(1) Method method) {
      String name = method.getName();
      return name.equals("get") || name.equals("getex") || name.equals("hget")
          ? CacheHooks.lookupStarts()
          : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object client,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.lookupEnds(slot, client.getClass(), value != null, thrown != null);
    }
  }
}
