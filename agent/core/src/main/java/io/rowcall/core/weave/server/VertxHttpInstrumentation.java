package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Switches to the exchange of a request that Vert.x (4, 5) has queued behind another one of its
 * connection: Vert.x hands it over while it writes the last part of the response before. {@link
 * NettyInstrumentation} begins and ends the exchange.
 */
public final class VertxHttpInstrumentation implements Instrumentation {

  private static final String CONNECTION = "io/vertx/core/http/impl/Http1xServerConnection";
  private static final String REQUEST = "io/vertx/core/http/impl/Http1xServerRequest";

  @Override
  public Library library() {
    return Library.framework("io.vertx.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CONNECTION, REQUEST);
  }

  @Override
  public void weave(Weaver type) {
    type.in(REQUEST)
        .addState(ExchangeHolder.class)
        .adviseConstructors(Create.class)
        .advise(namedOneOf("handleContent", "handleEnd", "handleException"), Part.class);
    type.in(CONNECTION).advise(named("handleNext").and(takesArguments(1)), Next.class);
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object request, @Advice.FieldValue("request") @Nullable Object head) {
      ServerHooks.holdHead(request, head);
    }
  }

  static final class Next {
    private Next() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) @Nullable Object request) {
      return ServerHooks.enterHeld(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }

  static final class Part {
    private Part() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object request) {
      return ServerHooks.enterHeld(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }
}
