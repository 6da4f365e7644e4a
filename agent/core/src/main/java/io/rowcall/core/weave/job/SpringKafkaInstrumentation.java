package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.rowcall.boot.JobHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Marks a unit as failed where a listener of Spring Kafka throws, because the container that polls
 * handles the exception.
 */
public final class SpringKafkaInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/springframework/kafka/listener/KafkaMessageListenerContainer$ListenerConsumer");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(namedOneOf("doInvokeOnMessage", "doInvokeBatchOnMessage"), Invoke.class);
  }

  static final class Invoke {
    private Invoke() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable thrown) {
      if (thrown != null) {
        JobHooks.onFailure();
      }
    }
  }
}
