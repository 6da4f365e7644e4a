package io.rowcall.core.weave.route;

import io.rowcall.boot.RouteHooks;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.UriMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/** The advice of {@code ResteasyReactiveInstrumentation}. */
final class ResteasyReactiveMatch {
  private ResteasyReactiveMatch() {}

  /** What has matched before belongs to the locators of a sub-resource, from the inside out. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This ResteasyReactiveRequestContext context,
      @Advice.Argument(0) @Nullable RuntimeResource target,
      @Advice.Argument(1) boolean isBelowLocator,
      @Advice.FieldValue("matchedURIs") @Nullable List<UriMatch> above) {
    if (target == null) {
      return;
    }
    int locators = isBelowLocator && above != null ? above.size() : 0;
    String path = "";
    RuntimeResource inner = null;
    for (int i = 0; i <= locators; i++) {
      RuntimeResource resource = i == 0 || above == null ? target : above.get(i - 1).resource;
      if (resource != null && resource != inner) {
        URITemplate method = resource.getPath();
        URITemplate type = resource.getClassPath();
        path = RouteHooks.join(method == null ? "" : method.template, path);
        path = RouteHooks.join(type == null ? "" : type.template, path);
        inner = resource;
      }
    }
    RouteHooks.setRoute(context.getDeployment().getPrefix(), path);
  }
}
