package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/**
 * Consumers of the client of RabbitMQ: a class, a callback, and a listener of Spring. The broker is
 * Qpid, which speaks the same protocol.
 */
@Covers({"RabbitChannel", "RabbitConsumer", "SpringRabbit"})
@Tag("compat")
final class RabbitIT extends MessageContract {

  @Override
  String kind() {
    return "rabbit";
  }

  @Override
  String work() {
    return "RabbitMQ: `Consumer`, `DeliverCallback`, `@RabbitListener`";
  }

  @Override
  List<String> libraries() {
    return List.of("amqp-client 5.28.0", "spring-rabbit 3.2.8");
  }

  @Override
  Map<String, Unit> jobs() {
    return Map.of(
        "RABBIT for-class", Unit.PER_RUN,
        "RABBIT for-callback", Unit.PER_RUN,
        "RABBIT for-spring", Unit.PER_RUN);
  }
}
