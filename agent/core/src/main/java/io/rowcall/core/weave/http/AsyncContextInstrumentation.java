package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows what {@code AsyncContext.start} is given to the container's thread. The container wraps
 * it in a task of its own, which on a server's pool would be taken for its next request.
 */
public final class AsyncContextInstrumentation implements Instrumentation {
  private final String namespace;

  /**
   * @param namespace javax or jakarta
   */
  public AsyncContextInstrumentation(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public Candidates candidates() {
    return Candidates.implementing(namespace + "/servlet/AsyncContext", "start");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Start.class, named("start").and(takesArguments(Runnable.class)));
  }

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Runnable task) {
      task = TaskHooks.carried(task);
    }
  }
}
