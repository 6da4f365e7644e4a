package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of Apache's asynchronous client 4, and so those of Elasticsearch's REST client.
 * A call ends with the first future that it creates, which the one that the application gets may
 * wrap.
 */
public final class ApacheAsyncHttpClient4Instrumentation implements Instrumentation {
  private static final String PACKAGE = "org/apache/http/impl/nio/client/";
  private static final String CLIENT = PACKAGE + "InternalHttpAsyncClient";
  private static final String EXECUTION = PACKAGE + "MainClientExec";
  private static final String FUTURE = "org/apache/http/concurrent/BasicFuture";

  @Override
  public Candidates candidates() {
    return Candidates.named(CLIENT, EXECUTION, FUTURE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CLIENT)
        .advise(
            named("execute")
                .and(takesArguments(4))
                .and(
                    takesArgument(
                        0, named("org.apache.http.nio.protocol.HttpAsyncRequestProducer"))),
            CallAdvice.Start.class,
            Execute.class);
    type.in(EXECUTION).advise(named("prepare"), Request.class);
    type.in(FUTURE)
        .adviseConstructors(Created.class)
        .advise(named("completed"), Completed.class)
        .advise(named("failed").or(named("cancel")), Failed.class);
  }

  static final class Execute {
    private Execute() {}

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
    static void enter(
        @Advice.Argument(0) @Nullable HttpHost target, @Advice.Argument(1) HttpRequest request) {
      CallHooks.describeHttp(
          request.getRequestLine().getMethod(),
          target == null ? null : target.getHostName(),
          request.getRequestLine().getUri());
    }
  }

  static final class Created {
    private Created() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object future) {
      CallHooks.describeEnd(future);
    }
  }

  static final class Completed {
    private Completed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object future, @Advice.Argument(0) @Nullable Object result) {
      CallHooks.complete(
          future,
          result instanceof HttpResponse
              ? ((HttpResponse) result).getStatusLine().getStatusCode()
              : 0,
          false);
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
