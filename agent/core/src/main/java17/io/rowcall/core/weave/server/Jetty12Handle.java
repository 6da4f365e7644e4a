package io.rowcall.core.weave.server;

import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.TraceHooks;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The advice of {@code Jetty12Instrumentation} where the server calls its handlers. */
final class Jetty12Handle {
  private Jetty12Handle() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static io.rowcall.boot.request.@Nullable Request enter(@Advice.Argument(0) Request request) {
    Request channel = Request.unWrap(request);
    if (ServerHooks.isNew(channel)) {
      ServerHooks.beginHeld(
          channel,
          request.getMethod(),
          request.getHttpURI().getPath(),
          request.getHeaders().get(TraceHooks.HEADER));
    }
    return ServerHooks.enterHeld(channel);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.Enter io.rowcall.boot.request.@Nullable Request entered) {
    ServerHooks.leave(entered);
  }
}
