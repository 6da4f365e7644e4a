package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows a call of Ktor (2, 3) from the event loop of its connection to the one that handles
 * calls: the pipeline hands it over as a message, with a task of Netty's own.
 */
public final class KtorNettyInstrumentation implements Instrumentation {

  private static final String CALL = "io/ktor/server/netty/NettyApplicationCall";
  private static final String HANDLER = "io/ktor/server/netty/NettyApplicationCallHandler";

  @Override
  public Candidates candidates() {
    return Candidates.named(CALL, HANDLER);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CALL).adviseConstructors(Create.class);
    type.in(HANDLER).advise(named("channelRead").and(takesArguments(2)), Handle.class);
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object call) {
      TaskHooks.onCreate(call);
    }
  }

  static final class Handle {
    private Handle() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(1) @Nullable Object call) {
      return call == null ? null : TaskHooks.beforeCreatedRun(call);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      TaskHooks.afterRun(entered);
    }
  }
}
