package io.rowcall.core.weave.r2dbc;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows what runs where a reactive pool delivers a connection, or R2DBC's driver for PostgreSQL a
 * reply: on an event loop of the driver, or on a thread that has returned another connection. It
 * belongs to the request that subscribed.
 */
public final class R2dbcReplyInstrumentation implements Instrumentation {
  private static final String BORROWER = "reactor/pool/AbstractPool$Borrower";
  private static final String CONVERSATION =
      "io/r2dbc/postgresql/client/ReactorNettyClient$Conversation";

  @Override
  public Candidates candidates() {
    return Candidates.named(BORROWER, CONVERSATION);
  }

  @Override
  public void weave(Weaver type) {
    type.in(BORROWER, CONVERSATION)
        .adviseConstructors(Subscribe.class)
        .advise(
            namedOneOf("complete", "deliver", "emit", "fail", "onError").and(takesArguments(1)),
            Deliver.class);
  }

  static final class Subscribe {
    private Subscribe() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object subscription) {
      TaskHooks.onCreate(subscription);
    }
  }

  static final class Deliver {
    private Deliver() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object subscription) {
      return TaskHooks.beforeResume(subscription);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      TaskHooks.afterRun(entered);
    }
  }
}
