package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows what {@code AsyncContext.start} is given to the container's thread. The container wraps
 * it in a task of its own, which on a server's pool would be taken for its next request.
 *
 * <p>Sets the headers where the asynchronous work is completed and its response not committed yet:
 * on whatever server, whoever commits it, and on whatever thread.
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
    return Candidates.implementing(namespace + "/servlet/AsyncContext", "start", "complete");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Start.class, named("start").and(takesArguments(Runnable.class)));
    type.advise(
        namespace.equals("javax") ? AdviceSource.FOR_JAVAX : AdviceSource.OF_THE_AGENT,
        Complete.class.getName(),
        named("complete").and(takesArguments(0)));
  }

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Runnable task) {
      task = TaskHooks.carried(task);
    }
  }

  static final class Complete {
    private Complete() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This AsyncContext context) {
      if (!HttpHooks.isAsynchronous()) {
        return;
      }
      try {
        ServletRequest request = context.getRequest();
        ThreadState figures =
            request == null ? null : HttpHooks.completes(request.getAttribute(HttpHooks.ANSWERING));
        if (figures == null) {
          return;
        }
        ServletResponse response = context.getResponse();
        if (response instanceof HttpServletResponse && !response.isCommitted()) {
          HttpServletResponse answer = (HttpServletResponse) response;
          answer.setHeader("X-Response-Time-Ms", figures.responseTimeMs());
          answer.setHeader("X-Query-Count", figures.queryCount());
          answer.setHeader("X-Cache-Hit", figures.cacheHit());
          answer.addHeader("Server-Timing", figures.serverTiming());
        }
      } catch (IllegalStateException completedBefore) {
        // The container says so, and will say so to the application.
      }
    }
  }
}
