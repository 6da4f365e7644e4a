package io.rowcall.cli.gate;

import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statement that a request of an endpoint executes most often: where to look first. */
final class TopStatement {
  private static final Comparator<EndpointStatement> BY_TIMES =
      Comparator.comparingLong((EndpointStatement s) -> s.perRequestMax)
          .thenComparing(s -> s.id, Comparator.reverseOrder());

  private static final Comparator<Finding> BY_REPEATS =
      Comparator.comparingLong((Finding f) -> f.repeats.max)
          .thenComparing(f -> f.id, Comparator.reverseOrder());

  private final Map<String, EndpointStatement> shares = new HashMap<>();
  private final Map<String, String> sql = new HashMap<>();
  private final Map<String, Finding> findings = new HashMap<>();

  TopStatement(Report report) {
    for (Endpoint endpoint : report.endpoints) {
      endpoint.statements.stream()
          .max(BY_TIMES)
          .ifPresent(share -> shares.put(endpoint.name, share));
    }
    report.statements.forEach(statement -> sql.put(statement.id, statement.sql));
    for (Finding finding : report.findings) {
      if (finding.statement != null) {
        findings.merge(
            finding.endpoint + '\n' + finding.statement.id,
            finding,
            (a, b) -> BY_REPEATS.compare(a, b) >= 0 ? a : b);
      }
    }
  }

  /**
   * One statement of an endpoint.
   *
   * @param times executions in one request, at most
   * @param finding that it is part of, if it is of one
   */
  record Share(long times, String sql, @Nullable Finding finding) {
    @Nullable CallSite callSite() {
      return finding == null ? null : finding.callSite;
    }

    /** {@code 20 of one statement at Shop.java:29:}, before its text. */
    String inWords() {
      CallSite site = callSite();
      return times + " of one statement" + (site == null ? "" : " at " + site.place()) + ":";
    }
  }

  /** Null when the report lists none. */
  @Nullable Share of(String endpoint) {
    EndpointStatement share = shares.get(endpoint);
    return share == null
        ? null
        : new Share(
            share.perRequestMax,
            sql.getOrDefault(share.id, ""),
            findings.get(endpoint + '\n' + share.id));
  }
}
