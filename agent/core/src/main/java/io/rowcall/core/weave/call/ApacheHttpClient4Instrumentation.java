package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Counts the calls of Apache HttpClient 4: redirects and retries are part of a call. */
public final class ApacheHttpClient4Instrumentation implements Instrumentation {
  private static final String PACKAGE = "org/apache/http/impl/client/";

  @Override
  public Library library() {
    return Library.framework("org.apache.http.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + "AbstractHttpClient",
        PACKAGE + "InternalHttpClient",
        PACKAGE + "MinimalHttpClient");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("doExecute"), CallAdvice.Start.class, Execute.class);
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(0) @Nullable HttpHost target,
        @Advice.Argument(1) HttpRequest request,
        @Advice.Return @Nullable HttpResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.recordHttp(
            thread,
            client,
            request.getRequestLine().getMethod(),
            target == null ? null : target.getHostName(),
            request.getRequestLine().getUri(),
            response == null ? 0 : response.getStatusLine().getStatusCode(),
            thrown != null);
      }
    }
  }
}
