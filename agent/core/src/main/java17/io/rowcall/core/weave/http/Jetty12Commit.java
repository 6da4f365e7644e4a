package io.rowcall.core.weave.http;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ResponseFigures;
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
        HttpHooks.mayBePending()
            ? response.getRequest().getAttribute(HttpHooks.PENDING_RESPONSE)
            : null;
    if (answering == null) {
      answering = HttpHooks.pendingResponse((Object) response.getRequest());
    }
    ResponseFigures figures = HttpHooks.beforeCommit(answering);
    if (figures != null) {
      HttpFields.Mutable headers = fields.getMutableHttpFields();
      while (figures.nextHeader(headers.contains(ResponseFigures.SERVER_TIMING))) {
        if (figures.isHeaderAdded()) {
          headers.add(figures.headerName(), figures.headerValue());
        } else {
          headers.put(figures.headerName(), figures.headerValue());
        }
      }
    }
  }
}
