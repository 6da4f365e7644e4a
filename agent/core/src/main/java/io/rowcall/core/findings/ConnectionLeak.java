package io.rowcall.core.findings;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import java.util.Arrays;
import java.util.List;

/** A request that ends without closing a connection. */
final class ConnectionLeak extends RequestCheck {
  ConnectionLeak() {
    super("connection-leak");
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    ConnectionLog leases = request.connections;
    int open = -1;
    int count = 0;
    for (int row = 0; row < leases.size(); row++) {
      if (leases.isOpen(row)) {
        count++;
        if (open < 0 || leases.callSite(open) == null) {
          open = row;
        }
      }
    }
    if (open >= 0) {
      detections.add(
          Detection.of(this, leases.pool(open), leases.callSite(open))
              .verdict(Verdict.LIKELY)
              .repeats(count, 0));
    }
  }

  @Override
  String describe(FindingStats finding) {
    return "Connection leak: "
        + Labels.count(finding.repeats.median(), "connection")
        + " of "
        + (finding.pool == null ? "its pool" : finding.pool.name)
        + " not closed"
        + Phrases.at(finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    evidence.add("still open when the request had ended");
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    return Arrays.asList("Close it on every path: try (Connection connection = …).");
  }
}
