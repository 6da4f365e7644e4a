package io.rowcall.core.weave.call;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advice of {@code JdkHttpClientInstrumentation}. */
final class JdkHttpClientAdvice {
  private JdkHttpClientAdvice() {}

  static final class Send {
    private Send() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CallHooks.beforeCall();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This HttpClient client,
        @Advice.Argument(0) @Nullable HttpRequest request,
        @Advice.Return @Nullable HttpResponse<?> response,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread) && request != null) {
        CallHooks.recordHttp(
            thread,
            client,
            request.method(),
            null,
            request.uri().toString(),
            response == null ? 0 : response.statusCode(),
            thrown != null);
      }
    }
  }

  static final class SendAsync {
    private SendAsync() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CallHooks.beforeCall();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This HttpClient client,
        @Advice.Argument(0) @Nullable HttpRequest request,
        @Advice.Return @Nullable Object future,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread) && request != null) {
        CallHooks.startHttp(
            thread,
            client,
            request.method(),
            null,
            request.uri().toString(),
            future,
            thrown != null);
      }
    }
  }
}
