package io.rowcall.core.export;

import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.record.CallTotals;
import io.rowcall.core.record.EndpointStats;
import io.rowcall.core.record.StatementStats;
import io.rowcall.format.Call;
import io.rowcall.format.EndpointCalls;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Executions;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes outgoing calls into a report, apart from every figure of SQL. */
final class CallReport {
  private CallReport() {}

  /** Whether a finding is about outgoing calls. */
  static boolean isAboutCalls(Finding finding) {
    return finding.type.equals("n+1-http") || finding.type.equals("n+1-call");
  }

  static void fill(Report report, CallTotals totals, long overflowed) {
    for (StatementStats stats : totals.templates.values()) {
      report.calls.add(call(stats));
    }
    Collections.sort(report.calls, BY_MILLIS);
    report.totals.calls = totals.calls;
    report.totals.unattributedCalls = totals.unattributed;
    report.totals.lateCalls = totals.late;
    report.totals.callErrors = totals.errors;
    report.totals.callMillis = totals.nanos / 1e6;
    report.totals.overflowedCalls = overflowed;
  }

  private static Call call(StatementStats stats) {
    CallKind kind = stats.statement.callKind;
    Call call = new Call();
    call.id = ReportBuilder.hex(stats.statement.id);
    call.template = stats.statement.text;
    call.kind = kind == null ? "" : kind.name();
    call.calls = stats.executions;
    call.errors = stats.errors;
    call.millis = stats.durations.totalNanos() / 1e6;
    call.latencyMillis = ReportBuilder.latency(stats.durations);
    call.endpoints.addAll(stats.endpoints);
    return call;
  }

  static @Nullable EndpointCalls endpoint(io.rowcall.core.record.@Nullable EndpointCalls stats) {
    if (stats == null) {
      return null;
    }
    EndpointCalls calls = new EndpointCalls();
    Executions perRequest = calls.perRequest;
    perRequest.min = stats.min;
    perRequest.mean = (double) stats.total / Math.max(1, stats.requests);
    perRequest.p50 = Math.min(stats.summary().p50, stats.max);
    perRequest.p95 = Math.min(stats.summary().p95, stats.max);
    perRequest.max = stats.max;
    perRequest.total = stats.total;
    perRequest.histogram = stats.summary().encoded;
    calls.errors = stats.errors;
    calls.millis = stats.nanos / 1e6;
    for (Map.Entry<SqlStatement, EndpointStats.Share> entry : stats.templates.entrySet()) {
      EndpointStatement share = new EndpointStatement();
      share.id = ReportBuilder.hex(entry.getKey().id);
      share.executions = entry.getValue().executions;
      share.perRequestMax = entry.getValue().perRequestMax;
      share.millis = entry.getValue().nanos / 1e6;
      calls.templates.add(share);
    }
    Collections.sort(calls.templates, ReportBuilder.BY_SHARE);
    return calls;
  }

  private static final Comparator<Call> BY_MILLIS =
      new Comparator<Call>() {
        @Override
        public int compare(Call a, Call b) {
          int byMillis = Double.compare(b.millis, a.millis);
          return byMillis != 0 ? byMillis : a.id.compareTo(b.id);
        }
      };
}
