package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.UserHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends a request at the outermost filter or servlet. One instance for each of the two
 * packages that the servlet API has lived in.
 *
 * <p>An error dispatch belongs to the request that failed: it starts none. A servlet that has gone
 * asynchronous leaves the request suspended; its last dispatch or its completion ends it.
 */
public final class ServletInstrumentation {
  private ServletInstrumentation() {}

  /** Servlets. */
  public static Instrumentation servlets(String namespace) {
    return new Of(namespace, "Servlet", "service", 2);
  }

  /** Filters. */
  public static Instrumentation filters(String namespace) {
    return new Of(namespace, "Filter", "doFilter", 3);
  }

  private static final class Of implements Instrumentation {
    private final String namespace;
    private final String type;
    private final String method;
    private final int arguments;

    Of(String namespace, String type, String method, int arguments) {
      this.namespace = namespace;
      this.type = type;
      this.method = method;
      this.arguments = arguments;
    }

    @Override
    public Candidates candidates() {
      return Candidates.implementing(namespace + "/servlet/" + type, method);
    }

    @Override
    public void weave(Weaver woven) {
      ElementMatcher.Junction<MethodDescription> entry =
          named(method)
              .and(returns(void.class))
              .and(takesArguments(arguments))
              .and(takesArgument(0, named(namespace + ".servlet.ServletRequest")))
              .and(takesArgument(1, named(namespace + ".servlet.ServletResponse")));
      woven.advise(
          namespace.equals("javax") ? AdviceSource.FOR_JAVAX : AdviceSource.OF_THE_AGENT,
          Entry.class.getName(),
          entry);
    }
  }

  static final class Entry {
    private Entry() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) ServletRequest request) {
      if (HttpHooks.serving()
          || !(request instanceof HttpServletRequest)
          || request.getDispatcherType() == DispatcherType.ERROR) {
        return null;
      }
      HttpServletRequest http = (HttpServletRequest) request;
      return HttpHooks.starts(
          http.getAttribute(HttpHooks.ATTRIBUTE), http.getMethod(), http.getRequestURI());
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request counted,
        @Advice.Argument(0) ServletRequest request,
        @Advice.Argument(1) ServletResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (counted == null) {
        return;
      }
      ThreadState figures = HttpHooks.leaves(counted);
      int status = 0;
      try {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        HttpHooks.describe(
            counted,
            http.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"),
            http.getContextPath());
        if (UserHooks.wanted()) {
          UserHooks.is(counted, UserHooks.OF_SERVER, http.getRemoteUser());
          if (UserHooks.header() != null) {
            UserHooks.is(counted, UserHooks.CONFIGURED, http.getHeader(UserHooks.header()));
          }
          if (UserHooks.attribute() != null) {
            Object user = http.getAttribute(UserHooks.attribute());
            if (user instanceof CharSequence || user instanceof Number || user instanceof UUID) {
              UserHooks.is(counted, UserHooks.CONFIGURED, user.toString());
            }
          }
        }
        if (HttpHooks.isSuspended(counted) && !HttpHooks.leavesCompleted(counted)) {
          return; // The response belongs to another thread now.
        }
        status = answer.getStatus();
        HttpHooks.answersWith(counted, answer.getContentType());
        if (HttpHooks.wantsHeaders() && !HttpHooks.isDoubtful(counted) && !answer.isCommitted()) {
          answer.setHeader("X-Response-Time-Ms", figures.responseTimeMs());
          answer.setHeader("X-Query-Count", figures.queryCount());
          answer.setHeader("X-Cache-Hit", figures.cacheHit());
          answer.addHeader("Server-Timing", figures.serverTiming());
        }
      } finally {
        HttpHooks.endsOrGoesOn(counted, status, thrown != null);
      }
    }
  }
}
