package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.RouteHooks;
import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.TraceHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.PathTemplateMatch;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests that handlers of Undertow (1.4 to 2.4) answer without a servlet: an exchange
 * begins where its root handler is called, is entered again where it is dispatched, and ends with
 * its listeners. A servlet takes over a request that has executed nothing before it. {@code
 * UndertowCommitInstrumentation} sets the headers.
 */
public final class UndertowInstrumentation implements Instrumentation {

  private static final String ATTACHMENTS = "io/undertow/util/AbstractAttachable";
  private static final String CONNECTORS = "io/undertow/server/Connectors";
  private static final String EXCHANGE = "io/undertow/server/HttpServerExchange";
  private static final String SENDER = "io/undertow/io/AsyncSenderImpl";

  @Override
  public Candidates candidates() {
    return Candidates.named(ATTACHMENTS, CONNECTORS, EXCHANGE, SENDER);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CONNECTORS).adviseStatic(named("executeRootHandler"), Handle.class);
    type.in(SENDER).advise(named("invokeOnComplete"), Callback.class);
    type.in(ATTACHMENTS).advise(named("putAttachment").and(takesArguments(2)), Match.class);
    type.in(EXCHANGE)
        .addState(ExchangeHolder.class)
        .advise(named("invokeExchangeCompleteListeners"), Complete.class);
  }

  static final class Handle {
    private Handle() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(1) HttpServerExchange exchange) {
      if (ServerHooks.isNew(exchange)) {
        ServerHooks.beginHeld(
            exchange,
            exchange.getRequestMethod().toString(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders().getFirst(TraceHooks.HEADER));
      }
      return ServerHooks.enterHeld(exchange);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }

  /** A callback of what has been sent runs on the thread of the connection. */
  static final class Callback {
    private Callback() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(
        @Advice.FieldValue("exchange") @Nullable HttpServerExchange exchange) {
      return ServerHooks.enterHeld(exchange);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }

  /** A handler of path templates attaches its match. */
  static final class Match {
    private Match() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object exchange, @Advice.Argument(1) @Nullable Object value) {
      if (value instanceof PathTemplateMatch && exchange instanceof HttpServerExchange) {
        RouteHooks.setRoute(
            ((HttpServerExchange) exchange).getResolvedPath(),
            ((PathTemplateMatch) value).getMatchedTemplate());
      }
    }
  }

  static final class Complete {
    private Complete() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This HttpServerExchange exchange) {
      ServerHooks.endHeld(
          exchange,
          exchange.getStatusCode(),
          exchange.getResponseHeaders().getFirst("Content-Type"));
    }
  }
}
