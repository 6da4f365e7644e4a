package io.rowcall.core.export;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.core.record.FindingStats;
import java.util.List;
import java.util.Locale;

/** Findings about connections in words. */
final class PoolFindingText {
  private PoolFindingText() {}

  /** What was seen, without its line. */
  static String sentence(FindingStats finding) {
    String pool = name(finding.pool);
    switch (finding.type) {
      case POOL_WAIT:
        return "Waits for a connection: " + millis(finding) + " ms of " + pool;
      case CONNECTION_HELD:
        return "Connection held idle: " + millis(finding) + " ms of " + pool;
      default:
        return "Connection leak: "
            + Labels.count(finding.repeats.median(), "connection")
            + " of "
            + pool
            + " not closed";
    }
  }

  static void addEvidence(FindingStats finding, List<String> evidence) {
    switch (finding.type) {
      case POOL_WAIT:
        evidence.add(
            Labels.count(finding.repeats.median(), "connection") + " in the median request");
        evidence.add(
            String.format(
                Locale.ROOT, "up to %.0f ms in one request", finding.medianNanos.max() / 1e6));
        break;
      case CONNECTION_HELD:
        evidence.add("nothing was executed for at least half of the time");
        break;
      default:
        evidence.add("open when the request had ended");
        break;
    }
  }

  private static String name(@org.jspecify.annotations.Nullable PoolStats pool) {
    return pool == null ? "its pool" : pool.name;
  }

  private static String millis(FindingStats finding) {
    return String.format(Locale.ROOT, "%.0f", finding.medianNanos.median() / 1e6);
  }
}
