package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Makes the handling of one message by Spring's listener containers a unit of work: most receive
 * messages themselves, and call listeners of interfaces of their own. One instance for each
 * namespace, {@code javax} (Spring 5) and {@code jakarta}.
 */
public final class SpringJmsInstrumentation implements Instrumentation {
  private final String namespace;

  public SpringJmsInstrumentation(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("org/springframework/jms/listener/AbstractMessageListenerContainer");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("invokeListener")
            .and(takesArguments(2))
            .and(takesArgument(1, named(namespace + ".jms.Message"))),
        AdviceSource.ofNamespace(namespace),
        Invoke.class.getName());
  }

  static final class Invoke {
    private Invoke() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(1) jakarta.jms.@Nullable Message message)
        throws jakarta.jms.JMSException {
      jakarta.jms.Destination destination = message == null ? null : message.getJMSDestination();
      String name = JobHooks.UNKNOWN;
      if (destination instanceof jakarta.jms.Queue
          && !(destination instanceof jakarta.jms.TemporaryQueue)) {
        name = ((jakarta.jms.Queue) destination).getQueueName();
      } else if (destination instanceof jakarta.jms.Topic) {
        name = ((jakarta.jms.Topic) destination).getTopicName();
      }
      return JobHooks.enter(JobHooks.JMS, name);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leaveListener(started, thrown != null);
    }
  }
}
