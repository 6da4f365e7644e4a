package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts the reads of Lettuce; null is a miss. A synchronous read goes through a {@code Proxy},
 * which waits for an asynchronous one. Reads of the reactive API are not counted.
 */
public final class LettuceInstrumentation implements Instrumentation {

  private static final String ASYNC = "io/lettuce/core/AbstractRedisAsyncCommands";
  private static final String SYNC = "io/lettuce/core/FutureSyncInvocationHandler";
  private static final String CLUSTER_SYNC =
      "io/lettuce/core/cluster/ClusterFutureSyncInvocationHandler";

  @Override
  public Library library() {
    return Library.cache("lettuce", "io.lettuce.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(ASYNC, SYNC, CLUSTER_SYNC);
  }

  @Override
  public void weave(Weaver type) {
    type.in(ASYNC)
        .advise(isPublic().and(namedOneOf("get", "getex", "hget")), LookupAdvice.Async.class);
    type.in(SYNC, CLUSTER_SYNC)
        .advise(named("handleInvocation").and(takesArguments(3)), Wait.class);
  }

  static final class Wait {
    private Wait() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Advice.Argument(1) Method method) {
      String name = method.getName();
      return name.equals("get") || name.equals("getex") || name.equals("hget")
          ? CacheHooks.beforeLookup()
          : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object client,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.afterLookup(state, client.getClass(), value != null, thrown != null);
    }
  }
}
