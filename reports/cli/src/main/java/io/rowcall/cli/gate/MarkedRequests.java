package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Latency;
import io.rowcall.format.Measured;
import io.rowcall.format.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is held to, where the service was told how long its endpoints warm up: the requests
 * after that. An endpoint that had none is held to the counts of those it had, which do not depend
 * on how warm a JVM is, and to no latency.
 */
final class MarkedRequests {
  private MarkedRequests() {}

  /**
   * Puts the figures after the warm-up in the place of all.
   *
   * @return what a reader of the verdict should know
   */
  static List<String> of(Report report) {
    var cold = new ArrayList<String>();
    for (Endpoint endpoint : report.endpoints) {
      Measured measured = endpoint.measured;
      if (measured == null) {
        continue;
      }
      if (measured.requests == 0) {
        endpoint.latencyMillis = new Latency();
        cold.add(endpoint.name);
        continue;
      }
      endpoint.requests = measured.requests;
      endpoint.latencyMillis = measured.latencyMillis;
      endpoint.executions = measured.executions;
      endpoint.cacheHits = measured.cacheHits;
      endpoint.cacheMisses = measured.cacheMisses;
    }
    return cold.isEmpty()
        ? List.of()
        : List.of(
            NumberText.count(cold.size(), "endpoint")
                + " had no request after the warm-up, and no latency is looked at there: "
                + String.join(", ", cold.stream().sorted().limit(3).toList())
                + (cold.size() > 3 ? ", …" : "")
                + ".");
  }
}
