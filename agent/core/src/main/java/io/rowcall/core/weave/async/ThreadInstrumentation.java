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
 * Follows a request into a thread that it starts. A platform thread takes the request up when it
 * first asks for it, and gives it back as it ends; a virtual one runs a task that knows its
 * request, so nothing of {@code VirtualThread} is woven.
 */
public final class ThreadInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("java/lang/Thread", "java/lang/ThreadBuilders");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Start.class, named("start"));
    type.advise(Exit.class, named("exit").and(takesArguments(0)));
    type.adviseStatic(
        Virtual.class, named("newVirtualThread").and(takesArgument(3, Runnable.class)));
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

  static final class Virtual {
    private Virtual() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 3, readOnly = false) @Nullable Runnable task) {
      task = ThreadHooks.wrap(task);
    }
  }
}
