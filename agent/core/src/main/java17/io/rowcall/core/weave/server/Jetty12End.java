package io.rowcall.core.weave.server;

import io.rowcall.boot.ServerHooks;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The advice of {@code Jetty12Instrumentation} where the stream of a request is completed. */
final class Jetty12End {
  private Jetty12End() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("_request") @Nullable Object request,
      @Advice.FieldValue("_response") @Nullable Object response) {
    if (response instanceof Response) {
      Response answer = (Response) response;
      ServerHooks.endHeld(request, answer.getStatus(), answer.getHeaders().get("Content-Type"));
    }
  }
}
