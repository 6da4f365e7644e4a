package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.core.config.Config;
import io.rowcall.core.findings.request.StatementGroups;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One statement on several data sources, as in services with a database per tenant. */
final class DataSourcesTest {
  private static final String OF_DAY = "SELECT COUNT(*) FROM orders WHERE day = ?";
  private static final String OF_ID = "SELECT name FROM orders WHERE id = ?";

  @Test
  void findsNoDuplicateWithOneExecutionPerDataSource() {
    assertEquals(List.of(), found(s -> s.each(6, i -> s.on(i, () -> s.select(OF_DAY, 1, 7)))));
  }

  @Test
  void findsNoLoopWithOneExecutionPerDataSource() {
    assertEquals(List.of(), found(s -> s.each(6, i -> s.on(i, () -> s.select(OF_ID, 1, i)))));
  }

  @Test
  void findsADuplicateOnOneOfSeveralDataSources() {
    assertEquals(
        List.of("duplicate"),
        found(
            s ->
                s.on(1, () -> s.select(OF_DAY, 1, 7))
                    .on(2, () -> s.select(OF_DAY, 1, 7))
                    .on(1, () -> s.select(OF_DAY, 1, 7))));
  }

  @Test
  void findsALoopOnOneOfSeveralDataSources() {
    assertEquals(
        List.of("n+1-select"),
        found(
            s ->
                s.on(1, () -> s.each(6, i -> s.select(OF_ID, 1, i)))
                    .on(2, () -> s.select("SELECT 1 FROM shops", 1))));
  }

  private static List<String> found(Consumer<Story> request) {
    var config =
        Config.read("config=none.properties", new Properties(), Map.of(), new File("/nowhere"));
    var story = new Story("/tenants", new HashMap<>(), 0);
    request.accept(story);
    var ended = story.ends();
    var groups = new StatementGroups();
    groups.load(ended);
    return new Detector(new Checks(config))
        .detect(ended, groups).stream().map(detection -> detection.check.key()).toList();
  }
}
