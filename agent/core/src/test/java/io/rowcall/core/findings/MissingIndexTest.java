package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.record.SitesOfTests;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.SqlNormalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MissingIndexTest {
  private static final SqlStatement VISITS = statement("SELECT note FROM visit WHERE pet_id = ?");

  @Test
  void namesTheLineTheTableAndTheColumn() {
    assertEquals(
        "Missing index: SELECT visit at Visits.java:12 reads all 3000 rows to return 3."
            + " Create an index on visit (pet_id).",
        detect(3_000, 30).get(0).text.sentence);
  }

  @Test
  void needsAHundredRowsReadForEachRowReturned() {
    assertEquals(1, detect(300, 30).size());
    assertEquals(List.of(), detect(299, 30));
  }

  @Test
  void treatsAnEmptyResultAsOneRow() {
    assertEquals(1, detect(100, 0).size());
    assertEquals(List.of(), detect(99, 0));
  }

  /** Ten executions that returned some rows altogether. */
  private static List<RunFinding> detect(long scanned, long returned) {
    return RunStatsOfTests.detect(
        new MissingIndex(),
        new TableScan(VISITS, "GET /visits", SitesOfTests.at("Visits", 12), 10, scanned, returned));
  }

  private static SqlStatement statement(String sql) {
    var normalized = SqlNormalizer.normalize(sql, Dialect.POSTGRESQL);
    return new SqlStatement(1, normalized.id(), normalized.text(), normalized);
  }
}
