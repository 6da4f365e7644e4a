package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of OkHttp 3, 4 and 5: redirects and retries are part of a call. One that was
 * enqueued counts then, and ends on the thread of the dispatcher.
 */
public final class OkHttpInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("okhttp3.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("okhttp3/RealCall", "okhttp3/internal/connection/RealCall");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("enqueue"), Enqueue.class)
        .advise(
            nameStartsWith("getResponseWithInterceptorChain").and(takesNoArguments()),
            Execute.class);
  }

  static final class Enqueue {
    private Enqueue() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Call call) {
      ThreadState thread = CallHooks.beforeCall();
      if (CallHooks.afterCall(thread)) {
        CallHooks.startHttp(
            thread,
            call,
            call.request().method(),
            call.request().url().host(),
            call.request().url().toString(),
            call,
            false);
      }
    }
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Advice.This Call call) {
      return CallHooks.isPending(call) ? null : CallHooks.beforeCall();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Call call,
        @Advice.Return @Nullable Response response,
        @Advice.Thrown @Nullable Throwable thrown) {
      int status = response == null ? 0 : response.code();
      if (!CallHooks.afterCall(thread)) {
        CallHooks.complete(call, status, thrown != null);
        return;
      }
      CallHooks.recordHttp(
          thread,
          call,
          call.request().method(),
          null,
          call.request().url().toString(),
          status,
          thrown != null);
    }
  }
}
