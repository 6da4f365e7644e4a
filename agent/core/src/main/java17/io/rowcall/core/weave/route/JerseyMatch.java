package io.rowcall.core.weave.route;

import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;
import org.glassfish.jersey.server.internal.routing.UriRoutingContext;
import org.glassfish.jersey.uri.UriTemplate;

/** The advice of {@code JerseyInstrumentation}. */
final class JerseyMatch {
  private JerseyMatch() {}

  /** The templates come from the inside out. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This UriRoutingContext routing) {
    String path = "";
    for (UriTemplate template : routing.getMatchedTemplates()) {
      path = RouteHooks.join(template.getTemplate(), path);
    }
    RouteHooks.setRoute(routing.getBaseUri().getRawPath(), path);
  }
}
