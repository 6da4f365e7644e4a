package io.rowcall.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Latency;
import io.rowcall.format.Measured;
import io.rowcall.format.Report;
import io.rowcall.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * Excludes warm-up requests from a run whose service marks the end of its warm-up. An endpoint
 * without a request after that keeps its counts, which do not depend on how warm the JVM is, but
 * its latency is ignored.
 */
final class WarmUp {
  private static final int MAX_NAMED = 3;

  private WarmUp() {}

  /**
   * Replaces the figures of each endpoint by those after the warm-up. Changes the report.
   *
   * @return notes for the result
   */
  static List<String> exclude(Report report) {
    var unmeasured = new ArrayList<String>();
    for (Endpoint endpoint : report.endpoints) {
      Measured measured = endpoint.measured;
      if (measured == null) {
        continue;
      }
      if (measured.requests == 0) {
        endpoint.latencyMillis = new Latency();
        unmeasured.add(endpoint.name);
        continue;
      }
      endpoint.requests = measured.requests;
      endpoint.latencyMillis = measured.latencyMillis;
      endpoint.executions = measured.executions;
      endpoint.cacheHits = measured.cacheHits;
      endpoint.cacheMisses = measured.cacheMisses;
    }
    return unmeasured.isEmpty()
        ? List.of()
        : List.of(
            NumberText.count(unmeasured.size(), "endpoint")
                + " had no request after the warm-up; latency is not checked there: "
                + String.join(", ", unmeasured.stream().sorted().limit(MAX_NAMED).toList())
                + (unmeasured.size() > MAX_NAMED ? ", …" : "")
                + ".");
  }
}
