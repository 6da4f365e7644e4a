package io.rowcall.core.weave.route;

import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.metadata.ResourceMethod;

/** The advice of {@code ResteasyInstrumentation} for javax, whose types it must not name. */
final class ResteasyOlderMatch {
  private ResteasyOlderMatch() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("method") ResourceMethod method) {
    RouteHooks.setRouteAtEnd(method.getFullpath());
  }
}
