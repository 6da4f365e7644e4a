package io.rowcall.core.export;

import io.rowcall.core.findings.ExampleRequest;
import io.rowcall.format.Example;
import io.rowcall.format.ExampleExecution;
import org.jspecify.annotations.Nullable;

/** Writes the example of a finding, with times in whole microseconds. */
final class ExampleReport {
  private ExampleReport() {}

  static @Nullable Example of(@Nullable ExampleRequest request) {
    if (request == null) {
      return null;
    }
    Example example = new Example();
    example.startedAt = UtcTime.iso(request.startMillis);
    example.durationMs = millis(request.nanos);
    example.executions = request.executions;
    example.traceId = request.traceId;
    for (int i = 0; i < request.size(); i++) {
      ExampleExecution execution = new ExampleExecution();
      execution.statement = ReportBuilder.hex(request.statement(i).id);
      execution.startMs = millis(request.startNanos(i));
      execution.durationMs = millis(request.elapsedNanos(i));
      execution.rows = request.rows(i);
      example.timeline.add(execution);
    }
    return example;
  }

  private static double millis(long nanos) {
    return Math.max(0, nanos / 1_000) / 1e3;
  }
}
