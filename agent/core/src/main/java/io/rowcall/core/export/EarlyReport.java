package io.rowcall.core.export;

import io.rowcall.boot.request.RequestQueue;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.format.Report;
import java.nio.charset.StandardCharsets;

/**
 * Report of the first moments: whole, but with the totals only. It is what remains of a JVM that is
 * killed while it starts. Written by hand, because loading what writes the other reports takes
 * seconds on a machine that is busy.
 */
final class EarlyReport {
  private EarlyReport() {}

  /**
   * Returns the text of the report, in UTF-8.
   *
   * @param frame the identity of the run
   */
  static byte[] text(Report frame, RecordingEngine engine) {
    StringBuilder json = new StringBuilder(1024);
    json.append("{\n  \"schema\": ");
    quote(json, Report.SCHEMA);
    json.append(",\n  \"agent\": {\n    \"version\": ");
    quote(json, frame.agent.version);
    json.append("\n  },\n  \"run\": {\n    \"service\": ");
    quote(json, frame.run.service);
    json.append(",\n    \"instance\": ");
    quote(json, frame.run.instance);
    json.append(",\n    \"start\": ");
    quote(json, frame.run.start);
    json.append(",\n    \"end\": ");
    quote(json, frame.run.end);
    json.append(",\n    \"running\": 1,\n    \"jvm\": ");
    quote(json, frame.run.jvm);
    json.append("\n  },\n  \"totals\": {");
    engine.holdFigures();
    try {
      totals(json, engine);
    } finally {
      engine.releaseFigures();
    }
    json.append("\n  },\n  \"findings\": [ ],\n  \"endpoints\": [ ],\n  \"statements\": [ ],\n")
        .append("  \"caches\": [ ],\n  \"pools\": [ ],\n  \"slowQueries\": [ ],\n")
        .append("  \"slowRequests\": [ ]\n}\n");
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void totals(StringBuilder json, RecordingEngine engine) {
    Aggregate aggregate = engine.aggregate();
    long unrecorded = RequestQueue.unrecordedExecutions();
    long open = RequestQueue.openExecutions();
    json.append("\n    \"requests\": ").append(aggregate.requests);
    count(json, "errors", aggregate.errors);
    count(json, "openRequests", RequestQueue.openRequests());
    count(json, "executions", aggregate.executions + open + unrecorded);
    count(json, "openExecutions", open);
    count(json, "unattributedExecutions", aggregate.unattributedExecutions + unrecorded);
    count(json, "ambiguousExecutions", aggregate.ambiguousExecutions);
    count(json, "lateExecutions", aggregate.lateExecutions);
    count(json, "executionErrors", aggregate.executionErrors);
    json.append(",\n    \"databaseMillis\": ").append(aggregate.databaseNanos / 1_000 / 1e3);
    count(json, "rows", aggregate.rows);
    count(json, "findings", 0); // What this report lists: none yet.
    count(json, "slowQueries", 0);
    count(json, "slowRequests", 0);
    count(json, "droppedRequests", engine.droppedRequests());
    count(json, "overflowedEndpoints", aggregate.overflowedEndpoints());
    count(json, "overflowedStatements", engine.overflowedStatements());
    count(json, "overflowedFindings", aggregate.overflowedFindings);
    count(json, "uncertainStatements", engine.uncertainStatements());
    count(json, "suppressedErrors", engine.suppressedErrors());
  }

  private static void count(StringBuilder json, String name, long count) {
    json.append(",\n    \"").append(name).append("\": ").append(count);
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        json.append('?'); // In the name of a service, which the report that follows has as it is.
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
