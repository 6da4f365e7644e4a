package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
import java.util.List;
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

  @Override
  String work() {
    return "Kafka: what a thread does with the records of one poll; `@KafkaListener`";
  }

  @Override
  List<String> libraries() {
    return List.of("kafka-clients 3.8.1", "spring-kafka 3.3.10");
  }

  /** The loop handles the exception itself. */
  @Override
  Map<String, Unit> jobs() {
    return Map.of("KAFKA plain", new Unit(6, 0), "KAFKA spring", Unit.PER_RUN);
  }
}
