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

/** A request that waits for a connection of a pool. */
final class PoolWait extends RequestCheck {
  private final long maxWaitNanos;

  PoolWait(Config config) {
    super("pool-wait");
    maxWaitNanos = config.nanos(Setting.POOL_WAIT);
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    ConnectionLog leases = request.connections;
    if (leases.size() == 0 || leases.waitNanos() <= maxWaitNanos) {
      return;
    }
    int longest = 0;
    for (int row = 1; row < leases.size(); row++) {
      if (leases.waitNanos(row) > leases.waitNanos(longest)) {
        longest = row;
      }
    }
    detections.add(
        Detection.of(this, leases.pool(longest), leases.callSite(longest))
            .repeats(leases.size(), 0)
            .typicalNanos(leases.waitNanos())
            .avoidable(0, leases.waitNanos()));
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
    return "Pool wait: waits for a connection of " + pool + Phrases.at(finding);
  }

  @Override
  String saving(FindingStats finding) {
    return Phrases.savedMillis(finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    evidence.add(Labels.count(finding.repeats.median(), "connection") + " in the median request");
    evidence.add(
        String.format(
            Locale.ROOT,
            "waits %.0f ms in the median request, %.0f ms at most",
            finding.typicalNanos.median() / 1e6,
            finding.typicalNanos.max() / 1e6));
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    return Arrays.asList("Release connections sooner before you make the pool larger.");
  }

  @Override
  boolean isAboutTime() {
    return true;
  }

  @Override
  boolean isAboutLeases() {
    return true;
  }

  @Override
  public boolean isCausedByOtherRequests() {
    return true;
  }
}
