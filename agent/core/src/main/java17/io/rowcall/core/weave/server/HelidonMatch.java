package io.rowcall.core.weave.server;

import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advice of {@code HelidonInstrumentation} where a route has matched. */
final class HelidonMatch {
  private HelidonMatch() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) @Nullable String pattern) {
    RouteHooks.setRoute(pattern);
  }
}
