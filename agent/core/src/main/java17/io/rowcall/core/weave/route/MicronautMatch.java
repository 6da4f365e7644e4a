package io.rowcall.core.weave.route;

import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;

/** The advice of {@code MicronautInstrumentation}. */
final class MicronautMatch {
  private MicronautMatch() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(1) RouteMatch<?> match) {
    if (match instanceof UriRouteMatch) {
      RouteHooks.setRoute(
          ((UriRouteMatch<?, ?>) match).getRouteInfo().getUriMatchTemplate().toPathString());
    }
  }
}
