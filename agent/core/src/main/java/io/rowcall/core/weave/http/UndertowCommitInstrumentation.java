package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.state.ExchangeState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Sets the headers where Undertow (1.4 to 2.3, javax and jakarta, also WildFly's) hands out the
 * channel of a response, which it does once.
 */
public final class UndertowCommitInstrumentation implements Instrumentation {

  private static final String EXCHANGE = "io/undertow/server/HttpServerExchange";
  private static final String REQUEST = "io/undertow/servlet/spec/HttpServletRequestImpl";

  @Override
  public Library library() {
    return Library.server("io.undertow.", "org.xnio.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(EXCHANGE, REQUEST);
  }

  @Override
  public void weave(Weaver type) {
    type.in(REQUEST).advise(named("setAttribute"), Attribute.class);
    type.in(EXCHANGE)
        .addState(ExchangeState.class)
        .advise(named("getResponseChannel"), Commit.class);
  }

  /** Passes the attribute of an asynchronous request on to its exchange. */
  static final class Attribute {
    private Attribute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("exchange") Object exchange,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      if (HttpHooks.PENDING_RESPONSE.equals(name)) {
        HttpHooks.setPendingResponse(exchange, value);
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This HttpServerExchange exchange) {
      if (!exchange.isResponseChannelAvailable() || exchange.isResponseStarted()) {
        return;
      }
      ResponseFigures figures = HttpHooks.beforeCommit(HttpHooks.pendingResponse(exchange));
      if (figures != null) {
        HeaderMap headers = exchange.getResponseHeaders();
        while (figures.nextHeader(headers.contains(ResponseFigures.SERVER_TIMING))) {
          if (figures.isHeaderAdded()) {
            headers.add(new HttpString(figures.headerName()), figures.headerValue());
          } else {
            headers.put(new HttpString(figures.headerName()), figures.headerValue());
          }
        }
      }
    }
  }
}
