package io.rowcall.core.weave.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.UserHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends a request around the filters and the handler of the JDK's own HTTP server, and
 * sets the headers when the handler sends them.
 *
 * <p>Handlers are often lambdas, which no transformer sees; the chain that calls them is a class.
 */
public final class JdkHttpServerInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "com/sun/net/httpserver/Filter$Chain",
        "sun/net/httpserver/HttpExchangeImpl",
        "sun/net/httpserver/HttpsExchangeImpl");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Entry.class, "doFilter");
    type.advise(Commit.class, "sendResponseHeaders");
  }

  static final class Entry {
    private Entry() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) HttpExchange exchange) {
      return HttpHooks.serving()
          ? null
          : HttpHooks.starts(
              null, exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request counted,
        @Advice.Argument(0) HttpExchange exchange,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (counted == null) {
        return;
      }
      HttpHooks.dropFigures(HttpHooks.leaves(counted));
      int status = 0;
      try {
        status = Math.max(exchange.getResponseCode(), 0);
        HttpHooks.answersWith(counted, exchange.getResponseHeaders().getFirst("Content-Type"));
        if (UserHooks.wanted()) {
          HttpPrincipal user = exchange.getPrincipal();
          UserHooks.is(counted, UserHooks.OF_SERVER, user == null ? null : user.getUsername());
          if (UserHooks.header() != null) {
            UserHooks.is(
                counted,
                UserHooks.CONFIGURED,
                exchange.getRequestHeaders().getFirst(UserHooks.header()));
          }
        }
      } finally {
        HttpHooks.ends(counted, status, thrown != null);
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This HttpExchange exchange) {
      ThreadState figures = HttpHooks.commits();
      if (figures != null) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Response-Time-Ms", figures.responseTimeMs());
        headers.set("X-Query-Count", figures.queryCount());
        headers.set("X-Cache-Hit", figures.cacheHit());
        headers.add("Server-Timing", figures.serverTiming());
      }
    }
  }
}
