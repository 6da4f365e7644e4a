package io.rowcall.core.weave.route;

import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/** The advice of {@code ResteasyReactiveInstrumentation}. */
final class ResteasyReactiveMatch {
  private ResteasyReactiveMatch() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) ResteasyReactiveRequestContext context) {
    RuntimeResource target = context.getTarget();
    if (target != null) {
      URITemplate type = target.getClassPath();
      URITemplate method = target.getPath();
      RouteHooks.setRoute(
          context.getDeployment().getPrefix(),
          RouteHooks.join(
              type == null ? "" : type.template, method == null ? "" : method.template));
    }
  }
}
