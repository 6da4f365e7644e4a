package io.rowcall.core.weave.http;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ThreadState;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.ResponseHttpFields;

/** The advice of {@code Jetty12CommitInstrumentation}. */
final class Jetty12Commit {
  private Jetty12Commit() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Response response, @Advice.FieldValue("_httpFields") ResponseHttpFields fields) {
    Object answering =
        HttpHooks.isAsynchronous() ? response.getRequest().getAttribute(HttpHooks.ANSWERING) : null;
    ThreadState figures = HttpHooks.commits(answering);
    if (figures != null) {
      HttpFields.Mutable headers = fields.getMutableHttpFields();
      headers.put("X-Response-Time-Ms", figures.responseTimeMs());
      headers.put("X-Query-Count", figures.queryCount());
      headers.put("X-Cache-Hit", figures.cacheHit());
      if (!figures.isTimed() || !headers.contains("Server-Timing")) {
        headers.add("Server-Timing", figures.serverTiming());
      }
    }
  }
}
