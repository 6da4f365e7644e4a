package io.rowcall.core.weave.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.TraceHooks;
import io.rowcall.boot.request.Request;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advice of {@code HelidonInstrumentation} where a request is routed. */
final class HelidonRoute {
  private HelidonRoute() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Request enter(@Advice.Argument(1) RoutingRequest request) {
    return HttpHooks.isServing()
        ? null
        : HttpHooks.enter(
            null,
            request.prologue().method().text(),
            request.prologue().uriPath().rawPath());
  }

  /** What a handler throws has become a response; only a lost connection comes out here. */
  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Request counted,
      @Advice.Argument(1) RoutingRequest request,
      @Advice.Argument(2) RoutingResponse response) {
    if (counted == null) {
      return;
    }
    HttpHooks.leave(counted).discard();
    int status = 0;
    try {
      status = response.status().code();
      if (HttpHooks.needsContentType(counted)) {
        HttpHooks.onContentType(
            counted, response.headers().first(HeaderNames.create("Content-Type")).orElse(null));
      }
      TraceHooks.setTrace(
          counted, null, request.headers().first(HeaderNames.create(TraceHooks.HEADER)).orElse(null));
    } finally {
      HttpHooks.end(counted, status, false);
    }
  }
}
