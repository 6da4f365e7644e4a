package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of {@code java.net.HttpURLConnection}, over HTTP and HTTPS: the first time that
 * the response is asked for.
 */
public final class HttpUrlConnectionInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("sun/net/www/protocol/http/HttpURLConnection");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        isPublic().and(named("getInputStream")).and(takesNoArguments()), FirstResponse.class);
  }

  static final class FirstResponse {
    private FirstResponse() {}

    @SuppressWarnings("UnusedVariable") // The local variable of both advices.
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(
        @Advice.This HttpURLConnection connection,
        @Advice.FieldValue("inputStream") @Nullable InputStream response,
        @Advice.FieldValue("rememberedException") @Nullable Exception failure,
        @Advice.Local("url") @Nullable URL url) {
      url = connection.getURL();
      return response == null && failure == null ? CallHooks.beforeCall() : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This HttpURLConnection connection,
        @Advice.Local("url") @Nullable URL url,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread) && url != null) {
        // What is not found is an answer, too.
        CallHooks.recordHttp(
            thread,
            connection,
            connection.getRequestMethod(),
            url.getHost(),
            url.getFile(),
            0,
            thrown != null && !(thrown instanceof FileNotFoundException));
      }
    }
  }
}
