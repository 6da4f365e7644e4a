package io.rowcall.core.weave.http;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.state.ExchangeState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Sets the headers where Undertow (1.4 to 2.3, javax and jakarta; WildFly's) hands out the channel
 * that the response is written to, which it does once.
 */
public final class UndertowCommitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "io/undertow/server/HttpServerExchange", "io/undertow/servlet/spec/HttpServletRequestImpl");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("HttpServletRequestImpl")) {
      type.advise(Attribute.class, "setAttribute");
      return;
    }
    type.addState(ExchangeState.class);
    type.advise(Commit.class, "getResponseChannel");
  }

  /** Lets the exchange know what the servlet's request is given. */
  static final class Attribute {
    private Attribute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("exchange") Object exchange,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      if (HttpHooks.ANSWERING.equals(name)) {
        HttpHooks.isAnswered(exchange, value);
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
      ThreadState figures = HttpHooks.commits(HttpHooks.answeringAt(exchange));
      if (figures != null) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(new HttpString("X-Response-Time-Ms"), figures.responseTimeMs());
        headers.put(new HttpString("X-Query-Count"), figures.queryCount());
        headers.put(new HttpString("X-Cache-Hit"), figures.cacheHit());
        if (!figures.isTimed() || !headers.contains("Server-Timing")) {
          headers.add(new HttpString("Server-Timing"), figures.serverTiming());
        }
      }
    }
  }
}
