package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.ktor.http.cio.HttpHeadersMap;
import io.ktor.http.cio.RequestResponseBuilder;
import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.TraceHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.boot.state.RequestHead;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests of Ktor's engine on coroutines (2, 3). An exchange begins where the engine starts
 * the coroutine that handles it, which carries it on, and ends where the engine releases its call.
 */
public final class KtorCioInstrumentation implements Instrumentation {

  private static final String CALL = "io/ktor/server/cio/CIOApplicationCall";
  private static final String ENGINE = "io/ktor/server/cio/CIOApplicationEngine";
  private static final String HEAD = "io/ktor/http/cio/Request";
  private static final String RESPONSE = "io/ktor/http/cio/RequestResponseBuilder";

  @Override
  public Candidates candidates() {
    return Candidates.named(CALL, ENGINE, HEAD, RESPONSE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(HEAD).addState(RequestHead.class).adviseConstructors(Decode.class);
    type.in(ENGINE).advise(named("handleRequest").and(takesArguments(3)), Handle.class);
    type.in(CALL)
        .addState(ExchangeHolder.class)
        .adviseConstructors(Create.class)
        .advise(nameStartsWith("release").and(takesArguments(0)), Release.class);
    type.in(RESPONSE).advise(named("responseLine").and(takesArguments(3)), Commit.class);
  }

  static final class Decode {
    private Decode() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object head,
        @Advice.FieldValue("method") @Nullable Object method,
        @Advice.FieldValue("uri") @Nullable CharSequence uri,
        @Advice.Argument(3) @Nullable HttpHeadersMap headers) {
      ServerHooks.onHead(head, method, uri == null ? null : uri.toString());
      CharSequence trace = headers == null ? null : headers.get(TraceHooks.HEADER);
      if (trace != null) {
        ServerHooks.onHeaders(head, trace.toString());
      }
    }
  }

  static final class Handle {
    private Handle() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(1) @Nullable Object head) {
      return ServerHooks.enter(ServerHooks.begin(head));
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object call) {
      ServerHooks.hold(call);
    }
  }

  static final class Release {
    private Release() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.This Object call) {
      ServerHooks.endHeld(call);
    }
  }

  /** Runs after the status line, which the headers follow. */
  static final class Commit {
    private Commit() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This RequestResponseBuilder response, @Advice.Argument(1) int status) {
      ResponseFigures figures =
          ServerHooks.isInterim(status) ? null : ServerHooks.beforeCommit(status);
      if (figures != null) {
        while (figures.nextHeader(false)) {
          response.headerLine(figures.headerName(), figures.headerValue());
        }
      }
    }
  }
}
