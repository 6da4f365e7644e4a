package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.AsyncRequest;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Suspends a request when its servlet calls {@code startAsync}. Its response may belong to another
 * thread from then on: the headers are set where it is committed, or where the work is completed.
 */
public final class AsyncServletInstrumentation implements Instrumentation {
  private final String namespace;

  /**
   * @param namespace javax or jakarta
   */
  public AsyncServletInstrumentation(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public Candidates candidates() {
    return Candidates.implementing(namespace + "/servlet/ServletRequest", "startAsync");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("startAsync").and(returns(named(namespace + ".servlet.AsyncContext"))),
        AdviceSource.ofServlet(namespace),
        Start.class.getName());
  }

  static final class Start {
    private Start() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This ServletRequest request, @Advice.Return @Nullable AsyncContext context) {
      if (context == null) {
        return;
      }
      AsyncRequest suspension = HttpHooks.suspend();
      if (suspension == null) {
        return;
      }
      request.setAttribute(HttpHooks.SUSPENDED, suspension);
      request.setAttribute(HttpHooks.PENDING_RESPONSE, HttpHooks.pendingResponse());
      context.addListener((AsyncListener) suspension.asListener(AsyncListener.class));
    }
  }
}
