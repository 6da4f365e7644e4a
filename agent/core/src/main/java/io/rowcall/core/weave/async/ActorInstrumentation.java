package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.nameEndsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows messages to the actors of Pekko and Akka. An actor works for the request that sent the
 * message, even when another request made its mailbox run.
 */
public final class ActorInstrumentation implements Instrumentation {

  private static final String AKKA_ACTOR = "akka/actor/ActorCell";
  private static final String AKKA_MESSAGE = "akka/dispatch/Envelope";
  private static final String PEKKO_ACTOR = "org/apache/pekko/actor/ActorCell";
  private static final String PEKKO_MESSAGE = "org/apache/pekko/dispatch/Envelope";

  @Override
  public Candidates candidates() {
    return Candidates.named(AKKA_ACTOR, AKKA_MESSAGE, PEKKO_ACTOR, PEKKO_MESSAGE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(AKKA_MESSAGE, PEKKO_MESSAGE).adviseConstructors(Send.class);
    type.in(AKKA_ACTOR, PEKKO_ACTOR)
        .advise(
            named("invoke")
                .and(takesArguments(1))
                .and(takesArgument(0, nameEndsWith(".dispatch.Envelope"))),
            Receive.class);
  }

  static final class Send {
    private Send() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object message) {
      TaskHooks.onCreate(message);
    }
  }

  static final class Receive {
    private Receive() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) @Nullable Object message) {
      return message == null ? null : TaskHooks.beforeCreatedRun(message);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.afterRun(started);
    }
  }
}
