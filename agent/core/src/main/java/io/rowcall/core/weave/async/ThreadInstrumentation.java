package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.ThreadHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows a request into the threads that it starts. A platform thread enters the request when it
 * first needs it, and releases it when it ends. A virtual thread runs a task that refers to its
 * request, so {@code VirtualThread} is not woven.
 */
public final class ThreadInstrumentation implements Instrumentation {
  private static final String THREAD = "java/lang/Thread";
  private static final String BUILDERS = "java/lang/ThreadBuilders";

  @Override
  public Candidates candidates() {
    return Candidates.named(THREAD, BUILDERS);
  }

  @Override
  public void weave(Weaver type) {
    type.in(THREAD)
        .advise(named("start"), Start.class)
        .advise(named("exit").and(takesArguments(0)), Exit.class);
    type.in(BUILDERS)
        .adviseStatic(
            named("newVirtualThread").and(takesArgument(3, Runnable.class)), StartVirtual.class);
  }

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Thread thread) {
      ThreadHooks.onStart(thread);
    }
  }

  static final class Exit {
    private Exit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      ThreadHooks.onExit();
    }
  }

  static final class StartVirtual {
    private StartVirtual() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 3, readOnly = false) @Nullable Runnable task) {
      task = ThreadHooks.wrap(task);
    }
  }
}
