package io.rowcall.core.weave.server;

import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.request.Request;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advice of {@code Jetty12Instrumentation} where a part of a response has been written. */
final class Jetty12Callback {
  private Jetty12Callback() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Request enter(@Advice.FieldValue("_request") @Nullable Object request) {
    return ServerHooks.enterHeld(request);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Request entered) {
    ServerHooks.leave(entered);
  }
}
