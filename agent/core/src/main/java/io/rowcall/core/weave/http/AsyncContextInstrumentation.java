package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.ThreadHooks;
import io.rowcall.boot.context.ResponseFigures;
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
 * Follows tasks of {@code AsyncContext.start} to the container's thread. The container wraps each
 * in a task of its own, which on a server's pool counts as its next request.
 *
 * <p>Sets the headers where asynchronous work is completed before its response is committed, on any
 * server and any thread.
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
    type.advise(named("start").and(takesArguments(Runnable.class)), Start.class);
    type.advise(
        named("complete").and(takesArguments(0)),
        AdviceSource.ofServlet(namespace),
        Complete.class.getName());
  }

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Runnable task) {
      task = ThreadHooks.wrap(task);
    }
  }

  static final class Complete {
    private Complete() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This AsyncContext context) {
      if (!HttpHooks.mayBePending()) {
        return;
      }
      try {
        ServletRequest request = context.getRequest();
        ResponseFigures figures =
            request == null
                ? null
                : HttpHooks.beforeComplete(request.getAttribute(HttpHooks.PENDING_RESPONSE));
        if (figures == null) {
          return;
        }
        ServletResponse response = context.getResponse();
        if (response instanceof HttpServletResponse && !response.isCommitted()) {
          HttpServletResponse answer = (HttpServletResponse) response;
          while (figures.nextHeader(false)) {
            if (figures.isHeaderAdded()) {
              answer.addHeader(figures.headerName(), figures.headerValue());
            } else {
              answer.setHeader(figures.headerName(), figures.headerValue());
            }
          }
        }
      } catch (IllegalStateException completedBefore) {
        // The container reports it to the application.
      }
    }
  }
}
