package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Counts the calls of Reactor Netty's client, and so those of Spring's {@code WebClient}, when they
 * are subscribed to. Redirects and retries are part of a call, which ends with the head of the
 * response.
 */
public final class ReactorNettyClientInstrumentation implements Instrumentation {
  private static final String CONNECT = "reactor/netty/http/client/HttpClientConnect$";
  private static final String HANDLER = CONNECT + "HttpClientHandler";
  private static final String OBSERVER = CONNECT + "HttpObserver";

  @Override
  public Candidates candidates() {
    return Candidates.named(HANDLER, OBSERVER);
  }

  @Override
  public void weave(Weaver type) {
    type.in(HANDLER)
        .adviseConstructors(Subscribed.class)
        .advise(named("test").and(takesArgument(0, Throwable.class)), Failed.class);
    type.in(OBSERVER).advise(named("onStateChange"), StateChanged.class);
  }

  static final class Subscribed {
    private Subscribed() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object handler,
        @Advice.FieldValue("method") @Nullable Object method,
        @Advice.FieldValue("toURI") @Nullable Object url) {
      ThreadState thread = CallHooks.beforeCall();
      if (CallHooks.afterCall(thread)) {
        CallHooks.startHttp(
            thread,
            handler,
            method == null ? null : method.toString(),
            null,
            url == null ? null : url.toString(),
            handler,
            false);
      }
    }
  }

  static final class Failed {
    private Failed() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object handler, @Advice.Return boolean retries) {
      if (!retries) {
        CallHooks.complete(handler, 0, true);
      }
    }
  }

  static final class StateChanged {
    private StateChanged() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("handler") Object handler,
        @Advice.Argument(0) Object connection,
        @Advice.Argument(1) Object state) {
      if (connection instanceof HttpClientResponse
          && state instanceof Enum
          && ((Enum<?>) state).name().equals("RESPONSE_RECEIVED")) {
        CallHooks.complete(handler, ((HttpClientResponse) connection).status().code(), false);
      }
    }
  }
}
