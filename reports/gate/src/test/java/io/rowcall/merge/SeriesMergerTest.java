package io.rowcall.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Series;
import io.rowcall.format.read.ReportException;
import io.rowcall.format.read.ReportReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeriesMergerTest {
  @Test
  void addsPointsOfTheSameTime() throws IOException {
    Series merged =
        merge(
            series("2026-01-01T00:00:01Z", 1_000, "[1,2]", "[5.0,9.0]"),
            series("2026-01-01T00:00:02Z", 1_000, "[3,4]", "[8.0,2.0]"));
    assertEquals("2026-01-01T00:00:01.000Z", merged.startedAt);
    assertArrayEquals(new long[] {1, 5, 4}, merged.requests);
    assertArrayEquals(new double[] {5, 9, 2}, merged.p95Ms);
  }

  @Test
  void usesTheLongerInterval() throws IOException {
    Series merged =
        merge(
            series("2026-01-01T00:00:01Z", 1_000, "[1,2,4]", "[5.0,9.0,1.0]"),
            series("2026-01-01T00:00:04Z", 4_000, "[8]", "[2.0]"));
    assertEquals(4_000, merged.intervalMs);
    assertArrayEquals(new long[] {7, 8}, merged.requests);
  }

  @Test
  void staysBoundedAndExactOverYears() throws IOException {
    Series merged =
        merge(
            series("1970-01-01T00:00:00Z", 1_000, "[1,2]", "[5.0,9.0]"),
            series("2026-01-01T00:00:00Z", 1_000, "[4,8]", "[5.0,9.0]"));
    assertTrue(merged.requests.length <= Series.MAX_POINTS, () -> merged.requests.length + "");
    assertEquals(15, LongStream.of(merged.requests).sum());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'startedAt': '2026-01-01T00:00:01Z', 'intervalMs': 2000",
        "'startedAt': '2026-01-01T00:00:00Z', 'intervalMs': 3000",
        "'startedAt': '2026-01-01T00:00:00Z', 'intervalMs': 0",
        "'startedAt': 'yesterday', 'intervalMs': 1000",
        "'startedAt': '2026-01-01T00:00:00Z', 'intervalMs': 1000, 'requests': [1]",
      })
  void rejectsOtherPointsWithTheirPosition(String fields) {
    String json = "{" + fields.replace('\'', '"') + "}";
    var rejected = assertThrows(ReportException.class, () -> merge(json));
    String message = Objects.toString(rejected.getMessage());
    assertTrue(message.startsWith("run.json:1:"), message);
    assertTrue(message.contains("expected a series"), message);
  }

  private static String series(String start, long interval, String counts, String p95) {
    return "{\"startedAt\": \"%s\", \"intervalMs\": %d, \"requests\": %s, \"queries\": %s, \"errors\": %s, \"p95Ms\": %s}"
        .formatted(start, interval, counts, counts, counts, p95);
  }

  private static Series merge(String... series) throws IOException {
    var merger = new ReportMerger();
    for (String one : series) {
      String json = "{\"schema\": \"rowcall-report/1\", \"totals\": {\"series\": " + one + "}}";
      ReportReader.read("run.json", new ByteArrayInputStream(json.getBytes(UTF_8)), merger);
    }
    return Objects.requireNonNull(merger.report().totals.series);
  }
}
