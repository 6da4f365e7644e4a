package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Listeners of JMS: a class, a lambda, and one of Spring, with a real broker. */
@Covers({"JmsConsumer", "JmsListener", "SpringJms"})
@Tag("compat")
final class JmsIT extends MessageContract {

  @Override
  String kind() {
    return "jms";
  }

  @Override
  String work() {
    return "JMS: `MessageListener`, `@JmsListener`";
  }

  @Override
  List<String> libraries() {
    return List.of("artemis-jakarta-server 2.42.0", "spring-jms 6.2.11");
  }

  @Override
  Map<String, Unit> jobs() {
    return Map.of(
        "JMS for-class", Unit.PER_RUN,
        "JMS for-lambda", Unit.PER_RUN,
        "JMS for-spring", Unit.PER_RUN);
  }
}
