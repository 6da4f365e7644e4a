package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Makes the handling of one delivery by a RabbitMQ {@code Consumer} a unit of work, named after the
 * queue that {@link RabbitChannelInstrumentation} has seen. A consumer that only enqueues the
 * delivery executes nothing, and its unit is not counted.
 */
public final class RabbitConsumerInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("com/rabbitmq/client/Consumer", "handleDelivery");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("handleDelivery").and(takesArguments(4)), Handle.class);
  }

  static final class Handle {
    private Handle() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object consumer) {
      return JobHooks.enter(JobHooks.RABBIT, JobHooks.queueOf(consumer));
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
