package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** A poll loop of a Kafka consumer, and a listener of Spring Kafka, with a real broker. */
@Covers({"KafkaConsumer", "SpringKafka"})
@Tag("compat")
final class KafkaIT extends MessageContract {

  @Override
  String kind() {
    return "kafka";
  }

  /** The loop handles the exception itself. */
  @Override
  Map<String, Unit> jobs() {
    return Map.of("KAFKA plain", new Unit(6, 0), "KAFKA spring", Unit.PER_RUN);
  }
}
