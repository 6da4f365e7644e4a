package io.rowcall.core.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rowcall.format.Example;
import io.rowcall.format.ExampleExecution;
import io.rowcall.format.Finding;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes the example requests of findings as spans: one for the request, with the finding as its
 * event, and one for each execution of the example.
 */
final class OtlpSpans {
  private static final int SERVER = 2;
  private static final int CLIENT = 3;

  private final OtlpJson request;
  private final JsonGenerator json;

  OtlpSpans(OtlpJson request) {
    this.request = request;
    this.json = request.json;
  }

  /**
   * @param statements normalized SQL by id
   * @param startMillis of the example
   */
  void add(Finding finding, Example example, long startMillis, Map<String, String> statements)
      throws IOException {
    String traceId = example.traceId == null ? id() + id() : example.traceId;
    String spanId = id();
    long start = startMillis * 1_000_000;
    begin(traceId, spanId, null, finding.endpoint, SERVER, start, nanos(example.durationMs));
    json.writeArrayFieldStart("attributes");
    request.attribute("rowcall.executions", example.executions);
    json.writeEndArray();
    json.writeArrayFieldStart("events");
    json.writeStartObject();
    json.writeStringField("name", "rowcall.finding");
    request.integer("timeUnixNano", start + nanos(example.durationMs));
    json.writeArrayFieldStart("attributes");
    request.attribute("rowcall.finding.id", finding.id);
    request.attribute("rowcall.finding.class", finding.type);
    request.attribute("rowcall.finding.verdict", finding.verdict);
    request.attribute("rowcall.finding.sentence", finding.sentence);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    for (ExampleExecution execution : example.timeline) {
      String sql = statements.get(execution.statement);
      String name = sql == null ? "query" : firstWord(sql);
      long at = start + nanos(execution.startMs);
      begin(traceId, id(), spanId, name, CLIENT, at, nanos(execution.durationMs));
      json.writeArrayFieldStart("attributes");
      request.attribute("db.query.text", sql == null ? "" : sql);
      request.attribute("db.response.returned_rows", execution.rows);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void begin(
      String traceId,
      String spanId,
      @Nullable String parentSpanId,
      String name,
      int kind,
      long startNanos,
      long nanos)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("traceId", traceId);
    json.writeStringField("spanId", spanId);
    if (parentSpanId != null) {
      json.writeStringField("parentSpanId", parentSpanId);
    }
    json.writeStringField("name", name);
    json.writeNumberField("kind", kind);
    request.integer("startTimeUnixNano", startNanos);
    request.integer("endTimeUnixNano", startNanos + nanos);
  }

  private static String firstWord(String sql) {
    int end = sql.indexOf(' ');
    return end < 0 ? sql : sql.substring(0, end);
  }

  private static long nanos(double millis) {
    return Math.round(millis * 1e6);
  }

  private static String id() {
    long id = 0;
    while (id == 0) {
      id = ThreadLocalRandom.current().nextLong();
    }
    String digits = Long.toHexString(id);
    return "0000000000000000".substring(digits.length()) + digits;
  }
}
