package io.rowcall.core.weave.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.UserHooks;
import io.rowcall.boot.context.ResponseFigures;
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
      return HttpHooks.isServing()
          ? null
          : HttpHooks.enter(
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
      HttpHooks.leave(counted).discard();
      int status = 0;
      try {
        status = Math.max(exchange.getResponseCode(), 0);
        if (UserHooks.isEnabled()) {
          HttpPrincipal user = exchange.getPrincipal();
          UserHooks.setUser(counted, UserHooks.SERVER, user == null ? null : user.getUsername());
          if (UserHooks.header() != null) {
            UserHooks.setUser(
                counted,
                UserHooks.CONFIGURATION,
                exchange.getRequestHeaders().getFirst(UserHooks.header()));
          }
        }
      } finally {
        HttpHooks.end(counted, status, thrown != null);
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This HttpExchange exchange) {
      ResponseFigures figures = HttpHooks.beforeCommit();
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
