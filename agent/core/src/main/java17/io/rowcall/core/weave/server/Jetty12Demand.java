package io.rowcall.core.weave.server;

import io.rowcall.boot.ThreadHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advice of {@code Jetty12Instrumentation} where a handler waits for a part of a body. */
final class Jetty12Demand {
  private Jetty12Demand() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Runnable available) {
    available = ThreadHooks.wrap(available);
  }
}
