package io.rowcall.core.weave.http;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.Slot;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.internal.ResponseHttpFields;

/** The advice of {@code Jetty12CommitInstrumentation}. */
final class Jetty12Commit {
  private Jetty12Commit() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("_httpFields") ResponseHttpFields fields) {
    Slot figures = HttpHooks.commits();
    if (figures != null) {
      HttpFields.Mutable headers = fields.getMutableHttpFields();
      headers.put("X-Response-Time-Ms", figures.responseTimeMs());
      headers.put("X-Query-Count", figures.queryCount());
      headers.put("X-Cache-Hit", figures.cacheHit());
      headers.put("Server-Timing", figures.serverTiming());
    }
  }
}
