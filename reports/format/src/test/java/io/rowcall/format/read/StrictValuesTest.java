package io.rowcall.format.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the wrong type are rejected, never coerced. */
final class StrictValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"NaN", "\"NaN\"", "-Infinity", "\"12\"", "null", "1e999", "true", "[]"})
  void rejectsATimeThatIsNotAFiniteNumber(String value) {
    assertRejected("{\"totals\": {\n\"databaseMillis\": " + value + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"12\"", "null", "99999999999999999999", "true"})
  void rejectsAnInvalidCount(String value) {
    assertRejected("{\"totals\": {\n\"requests\": " + value + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[-1]", "[1.5]", "[null]", "[\"1\"]", "7", "{}"})
  void rejectsAnInvalidListOfCounts(String value) {
    assertRejected("{\"totals\": {\"series\": {\n\"requests\": " + value + "}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[NaN]", "[1e999]", "[null]", "[\"1\"]", "7"})
  void rejectsAnInvalidListOfTimes(String value) {
    assertRejected("{\"totals\": {\"series\": {\n\"p95Ms\": " + value + "}}}");
  }

  @Test
  void rejectsNullForAPartAndInAList() {
    assertRejected("{\n\"totals\": null}");
    assertRejected("{\n\"findings\": [null]}");
  }

  @Test
  void acceptsAWholeNumberForATime() throws IOException {
    String json = "{\"schema\": \"rowcall-report/1\", \"totals\": {\"databaseMillis\": 3}}";
    var in = new ByteArrayInputStream(json.getBytes(UTF_8));
    assertEquals(3.0, ReportReader.read("run.json", in).totals.databaseMillis);
  }

  private static void assertRejected(String json) {
    var in = new ByteArrayInputStream(json.getBytes(UTF_8));
    var rejected = assertThrows(ReportException.class, () -> ReportReader.read("run.json", in));
    String message = String.valueOf(rejected.getMessage());
    assertTrue(message.startsWith("run.json:2:"), message);
  }
}
