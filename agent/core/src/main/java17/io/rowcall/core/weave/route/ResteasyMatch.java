package io.rowcall.core.weave.route;

import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.metadata.ResourceMethod;

/** The advice of {@code ResteasyInstrumentation}. */
final class ResteasyMatch {
  private ResteasyMatch() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("method") ResourceMethod method, @Advice.Argument(0) HttpRequest request) {
    RouteHooks.setRoute(request.getUri().getBaseUri().getRawPath(), method.getFullpath());
  }
}
