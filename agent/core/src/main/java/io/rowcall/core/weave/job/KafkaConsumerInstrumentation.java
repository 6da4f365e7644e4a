package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a thread does with the records of one poll a unit of work: from that poll to the next
 * one, or to the end of the task or the consumer. A poll without records begins none.
 */
public final class KafkaConsumerInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/apache/kafka/clients/consumer/KafkaConsumer");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("poll").and(isPublic()).and(takesArguments(1)), Poll.class);
    type.advise(named("close").and(isPublic()), Close.class);
  }

  static final class Poll {
    private Poll() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      JobHooks.beforePoll();
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return @Nullable ConsumerRecords<?, ?> records) {
      if (records == null || records.isEmpty()) {
        return;
      }
      String topic = "";
      for (TopicPartition partition : records.partitions()) {
        topic =
            topic.isEmpty() || topic.equals(partition.topic())
                ? partition.topic()
                : "(several topics)";
      }
      JobHooks.afterPoll(topic);
    }
  }

  static final class Close {
    private Close() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      JobHooks.beforePoll();
    }
  }
}
