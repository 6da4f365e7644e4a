package io.rowcall.core.weave.http;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sets the headers where Tomcat (8.5 to 11; HTTP/1.1, HTTP/2, AJP) writes them: a large response is
 * committed long before its servlet returns, an error page after all filters have.
 */
public final class TomcatCommitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/apache/catalina/connector/Request",
        "org/apache/coyote/ajp/AjpProcessor",
        "org/apache/coyote/http11/Http11Processor",
        "org/apache/coyote/http2/StreamProcessor");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("Request")) {
      type.advise(Attribute.class, "setAttribute");
      return;
    }
    type.advise(Commit.class, "prepareResponse");
  }

  /** Lets Coyote's request know what Catalina's is given. */
  static final class Attribute {
    private Attribute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("coyoteRequest") Request request,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      if (HttpHooks.ANSWERING.equals(name)) {
        request.setAttribute(name, value);
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.FieldValue("response") Response response) {
      Object answering =
          HttpHooks.isAsynchronous()
              ? response.getRequest().getAttribute(HttpHooks.ANSWERING)
              : null;
      ThreadState figures = HttpHooks.commits(answering);
      if (figures != null) {
        response.setHeader("X-Response-Time-Ms", figures.responseTimeMs());
        response.setHeader("X-Query-Count", figures.queryCount());
        response.setHeader("X-Cache-Hit", figures.cacheHit());
        if (!figures.isTimed() || !response.containsHeader("Server-Timing")) {
          response.addHeader("Server-Timing", figures.serverTiming());
        }
      }
    }
  }
}
