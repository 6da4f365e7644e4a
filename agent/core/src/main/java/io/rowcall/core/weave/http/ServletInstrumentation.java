package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.TraceHooks;
import io.rowcall.boot.UserHooks;
import io.rowcall.boot.context.ResponseFigures;
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
 * Starts and ends a request at the outermost filter or servlet. One instance for each namespace of
 * the servlet API, {@code javax} and {@code jakarta}.
 *
 * <p>An error dispatch belongs to the request that failed, and starts none. A servlet that has
 * started asynchronous work leaves the request suspended; its last dispatch or its completion ends
 * it.
 */
public final class ServletInstrumentation {
  private ServletInstrumentation() {}

  /** For servlets. */
  public static Instrumentation servlets(String namespace) {
    return new Entrance(namespace, "Servlet", "service", 2);
  }

  /** For filters. */
  public static Instrumentation filters(String namespace) {
    return new Entrance(namespace, "Filter", "doFilter", 3);
  }

  private static final class Entrance implements Instrumentation {
    private final String namespace;
    private final String type;
    private final String method;
    private final int arguments;

    Entrance(String namespace, String type, String method, int arguments) {
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
    public void weave(Weaver weaver) {
      ElementMatcher.Junction<MethodDescription> entry =
          named(method)
              .and(returns(void.class))
              .and(takesArguments(arguments))
              .and(takesArgument(0, named(namespace + ".servlet.ServletRequest")))
              .and(takesArgument(1, named(namespace + ".servlet.ServletResponse")));
      weaver.advise(entry, AdviceSource.ofServlet(namespace), Entry.class.getName());
    }
  }

  static final class Entry {
    private Entry() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) ServletRequest request) {
      if (HttpHooks.isServing()
          || !(request instanceof HttpServletRequest)
          || request.getDispatcherType() == DispatcherType.ERROR) {
        return null;
      }
      HttpServletRequest http = (HttpServletRequest) request;
      return HttpHooks.enter(
          http.getAttribute(HttpHooks.SUSPENDED), http.getMethod(), http.getRequestURI());
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
      ResponseFigures figures = HttpHooks.leave(counted);
      int status = 0;
      try {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        HttpHooks.setRoute(
            counted,
            http.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"),
            http.getContextPath());
        TraceHooks.setTrace(
            counted, http.getAttribute(TraceHooks.ATTRIBUTE), http.getHeader(TraceHooks.HEADER));
        if (UserHooks.isEnabled()) {
          UserHooks.setUser(counted, UserHooks.SERVER, http.getRemoteUser());
          if (UserHooks.header() != null) {
            UserHooks.setUser(counted, UserHooks.CONFIGURATION, http.getHeader(UserHooks.header()));
          }
          if (UserHooks.attribute() != null) {
            Object user = http.getAttribute(UserHooks.attribute());
            if (user instanceof CharSequence || user instanceof Number || user instanceof UUID) {
              UserHooks.setUser(counted, UserHooks.CONFIGURATION, user.toString());
            }
          }
        }
        if (HttpHooks.isSuspended(counted) && !HttpHooks.leaveCompleted(counted)) {
          return; // Another thread owns the response.
        }
        status = answer.getStatus();
        if (HttpHooks.needsContentType(counted)) {
          HttpHooks.onContentType(counted, answer.getContentType());
        }
        if (HttpHooks.sendsHeaders() && !HttpHooks.isAmbiguous(counted) && !answer.isCommitted()) {
          while (figures.nextHeader(false)) {
            if (figures.isHeaderAdded()) {
              answer.addHeader(figures.headerName(), figures.headerValue());
            } else {
              answer.setHeader(figures.headerName(), figures.headerValue());
            }
          }
        }
      } finally {
        HttpHooks.endUnlessSuspended(counted, status, thrown != null);
      }
    }
  }
}
