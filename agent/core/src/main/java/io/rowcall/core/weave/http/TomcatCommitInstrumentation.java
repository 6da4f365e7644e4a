package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sets the headers where Tomcat (8.5 to 11; HTTP/1.1, HTTP/2, AJP) commits a response: a large one
 * before its servlet returns, an error page after all filters have returned.
 */
public final class TomcatCommitInstrumentation implements Instrumentation {

  private static final String REQUEST = "org/apache/catalina/connector/Request";
  private static final String AJP = "org/apache/coyote/ajp/AjpProcessor";
  private static final String HTTP_1 = "org/apache/coyote/http11/Http11Processor";
  private static final String HTTP_2 = "org/apache/coyote/http2/StreamProcessor";

  @Override
  public Library library() {
    return Library.server("org.apache.catalina.", "org.apache.coyote.", "org.apache.tomcat.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(REQUEST, AJP, HTTP_1, HTTP_2);
  }

  @Override
  public void weave(Weaver type) {
    type.in(REQUEST).advise(named("setAttribute"), Attribute.class);
    type.in(AJP, HTTP_1, HTTP_2).advise(named("prepareResponse"), Commit.class);
  }

  /** Passes the attribute of an asynchronous request on to Coyote's request. */
  static final class Attribute {
    private Attribute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("coyoteRequest") Request request,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      if (HttpHooks.PENDING_RESPONSE.equals(name)) {
        request.setAttribute(name, value);
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.FieldValue("response") Response response) {
      Object answering =
          HttpHooks.mayBePending()
              ? response.getRequest().getAttribute(HttpHooks.PENDING_RESPONSE)
              : null;
      ResponseFigures figures = HttpHooks.beforeCommit(answering);
      if (figures != null) {
        while (figures.nextHeader(response.containsHeader(ResponseFigures.SERVER_TIMING))) {
          if (figures.isHeaderAdded()) {
            response.addHeader(figures.headerName(), figures.headerValue());
          } else {
            response.setHeader(figures.headerName(), figures.headerValue());
          }
        }
      }
    }
  }
}
