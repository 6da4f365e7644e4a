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
 * Follows messages to the actors of Pekko and Akka: an actor works for the request that has sent
 * the message, whichever one made its mailbox run.
 */
public final class ActorInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "akka/actor/ActorCell",
        "akka/dispatch/Envelope",
        "org/apache/pekko/actor/ActorCell",
        "org/apache/pekko/dispatch/Envelope");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("Envelope")) {
      type.adviseConstructors(Send.class);
    } else {
      type.advise(
          Receive.class,
          named("invoke")
              .and(takesArguments(1))
              .and(takesArgument(0, nameEndsWith(".dispatch.Envelope"))));
    }
  }

  static final class Send {
    private Send() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object message) {
      TaskHooks.makes(message);
    }
  }

  static final class Receive {
    private Receive() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) @Nullable Object message) {
      return message == null ? null : TaskHooks.startsMade(message);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.ends(started);
    }
  }
}
