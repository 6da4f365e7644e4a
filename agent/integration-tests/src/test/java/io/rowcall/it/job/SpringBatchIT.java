package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/**
 * Chunks of a step of Spring Batch. The repository of Spring Batch is in the same database: in a
 * chunk it executes up to three statements more, and 35 between the chunks.
 */
@Covers("SpringBatch")
@Tag("compat")
final class SpringBatchIT extends MessageContract {

  @Override
  String kind() {
    return "batch";
  }

  @Override
  String work() {
    return "Spring Batch: each chunk of a step";
  }

  @Override
  List<String> libraries() {
    return List.of("spring-batch-core 5.2.2");
  }

  @Override
  Map<String, Unit> jobs() {
    return Map.of("BATCH import/items", new Unit(6, 1, 87));
  }

  @Override
  int unattributed() {
    return 37;
  }
}
