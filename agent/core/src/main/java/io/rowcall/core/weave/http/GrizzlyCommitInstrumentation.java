package io.rowcall.core.weave.http;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpResponsePacket;

/** Sets the headers where Grizzly (2.3 to 4; GlassFish's and Payara's) is about to commit. */
public final class GrizzlyCommitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/glassfish/grizzly/http/io/OutputBuffer");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Commit.class, "notifyCommit");
  }

  static final class Commit {
    private Commit() {}

    /** After the listeners, which may still execute something. */
    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.FieldValue("outputHeader") HttpHeader response) {
      if (!(response instanceof HttpResponsePacket) || response.isCommitted()) {
        return;
      }
      Object answering =
          HttpHooks.isAsynchronous()
              ? ((HttpResponsePacket) response).getRequest().getAttribute(HttpHooks.ANSWERING)
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
