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
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.Topic;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Makes the handling of one message by a {@code MessageListener}, a message-driven bean included, a
 * unit of work. One instance for each namespace, {@code javax} and {@code jakarta}. A listener that
 * is a lambda is followed by {@link JmsConsumerInstrumentation}.
 */
public final class JmsListenerInstrumentation implements Instrumentation {
  private final String namespace;

  public JmsListenerInstrumentation(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public Candidates candidates() {
    return Candidates.implementing(namespace + "/jms/MessageListener", "onMessage");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("onMessage")
            .and(takesArguments(1))
            .and(takesArgument(0, named(namespace + ".jms.Message"))),
        AdviceSource.ofNamespace(namespace),
        OnMessage.class.getName());
  }

  static final class OnMessage {
    private OnMessage() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) @Nullable Message message)
        throws JMSException {
      Destination destination = message == null ? null : message.getJMSDestination();
      String name = JobHooks.UNKNOWN;
      if (destination instanceof Queue && !(destination instanceof TemporaryQueue)) {
        name = ((Queue) destination).getQueueName();
      } else if (destination instanceof Topic) {
        name = ((Topic) destination).getTopicName();
      }
      return JobHooks.enter(JobHooks.JMS, name);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
