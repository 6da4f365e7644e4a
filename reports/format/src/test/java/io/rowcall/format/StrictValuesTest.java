package io.rowcall.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of the wrong kind is refused, never taken for a zero or for no limit at all. */
final class StrictValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"NaN", "\"NaN\"", "-Infinity", "\"12\"", "null", "1e999", "true", "[]"})
  void refusesATimeThatIsNoFiniteNumber(String value) {
    refused("{\"totals\": {\n\"databaseMillis\": " + value + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"12\"", "null", "99999999999999999999", "true"})
  void refusesACountThatIsNone(String value) {
    refused("{\"totals\": {\n\"requests\": " + value + "}}");
  }

  @Test
  void refusesNullForAPartAndInAList() {
    refused("{\n\"totals\": null}");
    refused("{\n\"findings\": [null]}");
  }

  @Test
  void takesAWholeNumberForATime() throws IOException {
    String json = "{\"schema\": \"rowcall-report/1\", \"totals\": {\"databaseMillis\": 3}}";
    var in = new ByteArrayInputStream(json.getBytes(UTF_8));
    assertEquals(3.0, ReportJson.read("run.json", in).totals.databaseMillis);
  }

  private static void refused(String json) {
    var in = new ByteArrayInputStream(json.getBytes(UTF_8));
    var refused = assertThrows(ReportException.class, () -> ReportJson.read("run.json", in));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("run.json:2:"), message);
  }
}
