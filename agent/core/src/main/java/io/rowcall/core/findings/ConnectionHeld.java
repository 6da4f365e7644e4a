package io.rowcall.core.findings;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A request that holds a connection while it does something else. */
final class ConnectionHeld extends RequestCheck {
  private final long minIdleNanos;

  ConnectionHeld(Config config) {
    super("connection-held");
    minIdleNanos = config.nanos(Setting.CONNECTION_HELD);
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    ConnectionLog leases = request.connections;
    int worst = -1;
    long longest = minIdleNanos - 1;
    for (int row = 0; row < leases.size(); row++) {
      if (!leases.isTimed(row)) {
        continue;
      }
      long held = leases.heldNanos(row, request.endNanos);
      long idle = held < minIdleNanos ? 0 : held - busyNanos(request, leases.startNanos(row), held);
      if (idle > longest && idle >= held - idle) {
        longest = idle;
        worst = row;
      }
    }
    if (worst >= 0) {
      detections.add(
          Detection.of(this, leases.pool(worst), leases.callSite(worst))
              .verdict(Verdict.SUSPECT)
              .repeats(leases.size(), 0)
              .typicalNanos(longest));
    }
  }

  /**
   * Time of executions, on any connection, while one was held; all of it when the request's log had
   * no room for every execution.
   */
  private static long busyNanos(Request request, long start, long held) {
    if (request.log.overflow() != null) {
      return held;
    }
    long busy = 0;
    for (int row = 0; row < request.log.size(); row++) {
      if (request.log.statement(row).isCall()) {
        continue; // The connection waits for another service.
      }
      long from = Math.max(0, request.log.startNanos(row) - start);
      long to = Math.min(held, request.log.startNanos(row) + request.log.elapsedNanos(row) - start);
      busy += Math.max(0, to - from);
    }
    return Math.min(busy, held);
  }

  @Override
  Verdict verdict(FindingStats finding) {
    return finding.warmRequests() < FindingStats.MIN_WARM_REQUESTS || finding.isRareAmongLeases()
        ? Verdict.SUSPECT
        : Verdict.LIKELY;
  }

  @Override
  String describe(FindingStats finding) {
    String pool = finding.pool == null ? "its pool" : finding.pool.name;
    return "Connection held idle: a connection of " + pool + Phrases.at(finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    evidence.add(
        String.format(
            Locale.ROOT,
            "idle for %.0f ms in the median request, at least half of the time that it was held",
            finding.typicalNanos.median() / 1e6));
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    return Arrays.asList(
        "Shorten the transaction: acquire the connection late and release it early.",
        "In Spring: no remote calls inside @Transactional; set spring.jpa.open-in-view=false.");
  }

  @Override
  boolean isAboutTime() {
    return true;
  }

  @Override
  boolean isAboutLeases() {
    return true;
  }
}
