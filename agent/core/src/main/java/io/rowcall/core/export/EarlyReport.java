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
    json.append(",\n    \"errors\": ").append(aggregate.errors);
    json.append(",\n    \"openRequests\": ").append(RequestQueue.openRequests());
    json.append(",\n    \"executions\": ").append(aggregate.executions + open + unrecorded);
    json.append(",\n    \"openExecutions\": ").append(open);
    json.append(",\n    \"unattributedExecutions\": ")
        .append(aggregate.unattributedExecutions + unrecorded);
    json.append(",\n    \"suppressedErrors\": ").append(engine.suppressedErrors());
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
