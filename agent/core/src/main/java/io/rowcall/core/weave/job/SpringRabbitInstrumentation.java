package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/**
 * Makes the handling of one message, or of one batch of messages, by Spring AMQP's listener
 * containers a unit of work: they take it from a queue of their own, on a thread of their own.
 */
public final class SpringRabbitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/springframework/amqp/rabbit/listener/AbstractMessageListenerContainer");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("executeListener").and(takesArguments(2)).and(takesArgument(1, Object.class)),
        Execute.class);
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(1) @Nullable Object data) {
      Object first =
          data instanceof List && !((List<?>) data).isEmpty() ? ((List<?>) data).get(0) : data;
      return first instanceof Message
          ? JobHooks.enter(
              JobHooks.RABBIT,
              JobHooks.queue(((Message) first).getMessageProperties().getConsumerQueue()))
          : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leaveListener(started, thrown != null);
    }
  }
}
