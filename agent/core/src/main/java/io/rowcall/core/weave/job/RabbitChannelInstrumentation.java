package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Notes the queue of each RabbitMQ consumer, which its deliveries do not name. */
public final class RabbitChannelInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("com/rabbitmq/client/impl/ChannelN");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("basicConsume")
            .and(takesArguments(7))
            .and(takesArgument(6, named("com.rabbitmq.client.Consumer"))),
        Consume.class);
  }

  static final class Consume {
    private Consume() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(0) @Nullable String queue, @Advice.Argument(6) @Nullable Object consumer) {
      JobHooks.onConsume(consumer, queue);
    }
  }
}
