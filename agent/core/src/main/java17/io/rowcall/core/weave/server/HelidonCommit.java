package io.rowcall.core.weave.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ResponseFigures;
import net.bytebuddy.asm.Advice;

/** The advice of {@code HelidonInstrumentation} where the head of a response is written. */
final class HelidonCommit {
  private HelidonCommit() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) ServerResponseHeaders headers) {
    ResponseFigures figures = HttpHooks.beforeCommit();
    if (figures != null) {
      HeaderName timing = HeaderNames.create(ResponseFigures.SERVER_TIMING);
      while (figures.nextHeader(headers.contains(timing))) {
        HeaderName name = HeaderNames.create(figures.headerName());
        if (figures.isHeaderAdded()) {
          headers.add(name, figures.headerValue());
        } else {
          headers.set(name, figures.headerValue());
        }
      }
    }
  }
}
