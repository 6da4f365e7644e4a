package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpResponsePacket;

/** Sets the headers where Grizzly (2.3 to 4, of GlassFish and Payara) commits a response. */
public final class GrizzlyCommitInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("org.glassfish.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("org/glassfish/grizzly/http/io/OutputBuffer");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("notifyCommit"), Commit.class);
  }

  static final class Commit {
    private Commit() {}

    /** Runs after the listeners, which may still execute statements. */
    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.FieldValue("outputHeader") HttpHeader response) {
      if (!(response instanceof HttpResponsePacket) || response.isCommitted()) {
        return;
      }
      Object answering =
          HttpHooks.mayBePending()
              ? ((HttpResponsePacket) response)
                  .getRequest()
                  .getAttribute(HttpHooks.PENDING_RESPONSE)
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
