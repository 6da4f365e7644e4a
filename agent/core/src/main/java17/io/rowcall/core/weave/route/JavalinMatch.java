package io.rowcall.core.weave.route;

import io.javalin.http.servlet.JavalinServletContext;
import io.javalin.router.Endpoint;
import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;

/** The advice of {@code JavalinInstrumentation}. */
final class JavalinMatch {
  private JavalinMatch() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("endpoint") Endpoint endpoint,
      @Advice.Argument(0) JavalinServletContext context) {
    if (endpoint.getMethod().isHttpMethod()) {
      RouteHooks.setRoute(context.contextPath(), endpoint.getPath());
    }
  }
}
