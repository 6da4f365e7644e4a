package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import jakarta.jms.MessageListener;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the listeners of JMS consumers that are lambdas, whose classes are hidden from agents. One
 * instance for each namespace, {@code javax} and {@code jakarta}.
 */
public final class JmsConsumerInstrumentation implements Instrumentation {
  private final String namespace;

  public JmsConsumerInstrumentation(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public Candidates candidates() {
    return Candidates.implementing(namespace + "/jms/MessageConsumer", "setMessageListener");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("setMessageListener")
            .and(takesArguments(1))
            .and(takesArgument(0, named(namespace + ".jms.MessageListener"))),
        AdviceSource.ofNamespace(namespace),
        SetListener.class.getName());
  }

  static final class SetListener {
    private SetListener() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(value = 0, readOnly = false) @Nullable MessageListener listener) {
      listener = (MessageListener) JobHooks.wrapListener(listener, MessageListener.class);
    }
  }
}
