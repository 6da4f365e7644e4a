package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.TraceHooks;
import io.rowcall.boot.UserHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.request.Request;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends a request around the filters and the handler of the JDK's HTTP server, and sets
 * the headers when the handler sends them.
 *
 * <p>Handlers are often lambdas, which no transformer sees. The chain that calls them is a class.
 */
public final class JdkHttpServerInstrumentation implements Instrumentation {

  /** Starts the agent: applications implement its types, which {@code Mentions} does not detect. */
  public static final String API = "com/sun/net/httpserver/";

  /** Starts the agent as well. */
  public static final String IMPLEMENTATION = "sun/net/httpserver/";

  private static final String CHAIN = API + "Filter$Chain";
  private static final String EXCHANGE = IMPLEMENTATION + "HttpExchangeImpl";
  private static final String HTTPS_EXCHANGE = IMPLEMENTATION + "HttpsExchangeImpl";

  @Override
  public Library library() {
    return Library.server("sun.net.httpserver.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CHAIN, EXCHANGE, HTTPS_EXCHANGE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CHAIN).advise(named("doFilter"), Entry.class);
    type.in(EXCHANGE, HTTPS_EXCHANGE).advise(named("sendResponseHeaders"), Commit.class);
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
        if (HttpHooks.needsContentType(counted)) {
          HttpHooks.onContentType(counted, exchange.getResponseHeaders().getFirst("Content-Type"));
        }
        TraceHooks.setTrace(
            counted, null, exchange.getRequestHeaders().getFirst(TraceHooks.HEADER));
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
        while (figures.nextHeader(false)) {
          if (figures.isHeaderAdded()) {
            headers.add(figures.headerName(), figures.headerValue());
          } else {
            headers.set(figures.headerName(), figures.headerValue());
          }
        }
      }
    }
  }
}
