package io.rowcall.core.export;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.util.HashMap;
import java.util.Map;

/**
 * Sums the savings of each endpoint's findings, and their share of the endpoint's time. An
 * execution belongs to one finding only, so nothing is counted twice.
 */
final class Savings {
  private Savings() {}

  static void fill(Report report) {
    Map<String, Endpoint> byName = new HashMap<String, Endpoint>();
    for (Endpoint endpoint : report.endpoints) {
      byName.put(endpoint.name, endpoint);
    }
    for (Finding finding : report.findings) {
      Endpoint endpoint = byName.get(finding.endpoint);
      // Savings without executions are waiting time, which the avoidable executions do not include.
      if (endpoint != null && finding.avoidableExecutions > 0) {
        if (!CallReport.isAboutCalls(finding)) {
          endpoint.avoidableExecutions += finding.avoidableExecutions;
        }
        endpoint.avoidableMillis += finding.avoidableMillis;
      }
    }
    for (Endpoint endpoint : report.endpoints) {
      double millis = endpoint.latencyMillis.mean * endpoint.requests;
      endpoint.potentialPercent =
          millis <= 0 ? 0 : Math.min(100, 100 * endpoint.avoidableMillis / millis);
    }
  }
}
