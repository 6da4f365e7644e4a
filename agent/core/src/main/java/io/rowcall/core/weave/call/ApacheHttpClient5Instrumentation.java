package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of Apache HttpClient 5, classic and asynchronous: redirects and retries are part
 * of a call. An asynchronous one ends with its future.
 */
public final class ApacheHttpClient5Instrumentation implements Instrumentation {
  private static final String PACKAGE = "org/apache/hc/client5/http/impl/";
  private static final String INTERNAL = PACKAGE + "classic/InternalHttpClient";
  private static final String MINIMAL = PACKAGE + "classic/MinimalHttpClient";
  private static final String ASYNC = PACKAGE + "async/InternalAbstractHttpAsyncClient";
  private static final String FUTURE = "org/apache/hc/core5/concurrent/BasicFuture";

  @Override
  public Library library() {
    return Library.framework("org.apache.hc.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(INTERNAL, MINIMAL, ASYNC, FUTURE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(INTERNAL, MINIMAL).advise(named("doExecute"), CallAdvice.Start.class, Execute.class);
    type.in(ASYNC)
        .advise(named("doExecute"), CallAdvice.Start.class, ExecuteAsync.class)
        .advise(named("executeImmediate"), Request.class);
    type.in(FUTURE)
        .advise(named("completed"), Completed.class)
        .advise(named("failed").or(named("cancel")), Failed.class);
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(0) @Nullable HttpHost target,
        @Advice.Argument(1) HttpRequest request,
        @Advice.Return @Nullable HttpResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.recordHttp(
            thread,
            client,
            request.getMethod(),
            target != null
                ? target.getHostName()
                : request.getAuthority() == null ? null : request.getAuthority().getHostName(),
            request.getRequestUri(),
            response == null ? 0 : response.getCode(),
            thrown != null);
      }
    }
  }

  static final class ExecuteAsync {
    private ExecuteAsync() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Return @Nullable Object future,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.startDescribedHttp(thread, client, future, thrown != null);
      }
    }
  }

  static final class Request {
    private Request() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) HttpRequest request) {
      CallHooks.describeHttp(
          request.getMethod(),
          request.getAuthority() == null ? null : request.getAuthority().getHostName(),
          request.getRequestUri());
    }
  }

  static final class Completed {
    private Completed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object future, @Advice.Argument(0) @Nullable Object result) {
      CallHooks.complete(
          future, result instanceof HttpResponse ? ((HttpResponse) result).getCode() : 0, false);
    }
  }

  static final class Failed {
    private Failed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object future) {
      CallHooks.complete(future, 0, true);
    }
  }
}
