package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.Shop;
import io.rowcall.boot.context.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingSnapshotTest {
  private static final String ITEMS = "SELECT * FROM items WHERE order_id = ?";

  @TempDir private Path folder;

  @Test
  void listsEachStatementWithItsCallSites() {
    Map<?, ?> figures =
        figures(
            () -> {
              Shop.call(() -> execute("SELECT id FROM orders", 3));
              for (long id = 1; id <= 3; id++) {
                long bind = id;
                Shop.call(() -> execute(ITEMS, 2, bind));
              }
              Shop.call(() -> execute("INSERT INTO visits VALUES (7)", 0));
            });
    assertEquals(5L, figures.get("executions"));
    List<?> statements = list(figures, "statements");
    assertEquals(List.of("SELECT", "SELECT", "INSERT"), valuesOf(statements, "kind"));
    assertEquals(List.of(1L, 3L, 1L), valuesOf(statements, "executions"));
    assertEquals(
        List.of("SELECT id FROM orders", ITEMS, "INSERT INTO visits VALUES (?)"),
        valuesOf(statements, "sql"));
    var sites = (Map<?, ?>) requireNonNull(((Map<?, ?>) statements.get(1)).get("sites"));
    assertEquals(List.of(3L), List.copyOf(sites.values()));
    var frames = (StackTraceElement[]) sites.keySet().iterator().next();
    assertEquals("com.acme.Shop", frames[0].getClassName());
  }

  @Test
  void listsFindingsWithTheirParents() {
    Map<?, ?> figures =
        figures(
            () -> {
              Shop.call(() -> execute("SELECT id FROM orders", 6));
              for (long id = 1; id <= 6; id++) {
                long bind = id;
                Shop.call(() -> execute(ITEMS, 2, bind));
              }
            });
    var finding = (Map<?, ?>) list(figures, "findings").get(0);
    assertEquals("n+1-select", finding.get("class"));
    assertEquals(ITEMS, finding.get("sql"));
    assertEquals("SELECT id FROM orders", finding.get("parent"));
    assertEquals(6L, finding.get("parentRows"));
    assertEquals(6L, finding.get("repeats"));
    String sentence = requireNonNull(finding.get("sentence")).toString();
    assertTrue(sentence.startsWith("N+1: SELECT ITEMS ×6"), sentence);
    var parentSite = (StackTraceElement[]) requireNonNull(finding.get("parentSite"));
    assertEquals("com.acme.Shop", parentSite[0].getClassName());
  }

  @Test
  void consistsOfTypesOfTheJdk() {
    Map<?, ?> figures = figures(() -> execute("SELECT id FROM orders", 6));
    assertOfTheJdk(figures);
  }

  private static void assertOfTheJdk(Object value) {
    assertNull(value.getClass().getClassLoader(), () -> value.getClass().getName());
    if (value instanceof Map<?, ?> map) {
      map.values().stream().filter(v -> v != null).forEach(RecordingSnapshotTest::assertOfTheJdk);
      map.keySet().forEach(RecordingSnapshotTest::assertOfTheJdk);
    } else if (value instanceof List<?> list) {
      list.forEach(RecordingSnapshotTest::assertOfTheJdk);
    }
  }

  private static List<?> list(Map<?, ?> figures, String key) {
    return (List<?>) requireNonNull(figures.get(key));
  }

  private static List<Object> valuesOf(List<?> maps, String key) {
    return maps.stream().<Object>map(map -> requireNonNull(((Map<?, ?>) map).get(key))).toList();
  }

  private Map<?, ?> figures(Runnable work) {
    var recording = new Recording[1];
    Recorded.run(
        "report.dir=" + folder,
        script -> {
          recording[0] = Recording.begin("Shop.lists", false);
          work.run();
          recording[0].end();
        });
    assertEquals(1, recording[0].snapshots().length);
    return (Map<?, ?>) recording[0].snapshots()[0];
  }
}
