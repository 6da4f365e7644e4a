package io.rowcall.core.weave.async;

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
 * Follows Kotlin's coroutines. What a dispatcher resumes belongs to the request that started the
 * coroutine, or in which it suspended, whatever thread resumes it.
 */
public final class KotlinCoroutineInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("kotlinx/coroutines/DispatchedTask");
  }

  @Override
  public void weave(Weaver type) {
    type.adviseConstructors(Create.class);
    type.advise(named("run").and(takesArguments(0)), Resume.class);
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object task) {
      TaskHooks.onCreate(task);
    }
  }

  static final class Resume {
    private Resume() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.beforeResume(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.afterRun(started);
    }
  }
}
