package io.rowcall.core.export;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.Labels;
import io.rowcall.core.findings.TraceId;
import io.rowcall.format.Report;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Log of slow queries and slow requests. Counts all of them, keeps the last {@value #MAX_KEPT} of
 * each for the report, and writes each query as a JSON line when configured, and to stderr with
 * {@code log.level=info}.
 */
final class SlowLog {
  private static final int MAX_KEPT = 100;

  private final AgentLog messages;
  private final @Nullable JsonLinesWriter lines;
  private final long slowQueryNanos;
  private final long slowRequestNanos;
  private final Deque<SlowQuery> queries = new ArrayDeque<SlowQuery>();
  private final Deque<SlowRequest> requests = new ArrayDeque<SlowRequest>();
  private long queryCount;
  private long requestCount;
  private boolean failing;

  SlowLog(Config config, AgentLog messages) {
    this.messages = messages;
    String file = config.text(Setting.LOG_SLOW_QUERIES);
    lines = file.isEmpty() ? null : new JsonLinesWriter(file);
    slowQueryNanos = config.nanos(Setting.SLOW_QUERY);
    slowRequestNanos = config.nanos(Setting.SLOW_REQUEST);
  }

  void add(Request request, String endpoint) {
    if (request.log.executionNanos() > slowQueryNanos) {
      for (int row = 0; row < request.log.size(); row++) {
        if (request.log.elapsedNanos(row) > slowQueryNanos
            && !request.log.statement(row).isCall()) {
          addQuery(request, row, endpoint);
        }
      }
    }
    long nanos = request.endNanos - request.startNanos;
    if (request.workNanos() > slowRequestNanos && !request.unattributed && !request.late) {
      addRequest(request, nanos, endpoint);
    }
  }

  private void addQuery(Request request, int row, String endpoint) {
    SqlStatement statement = request.log.statement(row);
    CallSite site = siteOf(request, row);
    SlowQuery query = new SlowQuery();
    long sinceStart = request.log.startNanos(row) - request.startNanos;
    query.timestamp = UtcTime.iso(request.startMillis + sinceStart / 1_000_000);
    query.statement = ReportBuilder.reference(statement);
    query.durationMillis = request.log.elapsedNanos(row) / 1e6;
    query.endpoint = endpoint;
    query.user = request.user;
    query.traceId = TraceId.of(request);
    query.callSite = ReportBuilder.callSite(site);
    queryCount++;
    if (queries.size() == MAX_KEPT) {
      queries.removeFirst();
    }
    queries.addLast(query);
    if (messages.tellsSlowQueries()) {
      messages.slowQuery(
          String.format(
              Locale.ROOT,
              "slow query: %.0f ms in %s%s%s: %s",
              query.durationMillis,
              endpoint,
              site == null ? "" : " at " + Labels.place(site),
              query.traceId == null ? "" : ", trace " + query.traceId,
              statement.text));
    }
    if (lines != null) {
      lines.add(
          new JsonLine()
              .put("timestamp", query.timestamp)
              .put("query", statement.text)
              .put("duration", query.durationMillis)
              .put("userId", request.user)
              .put("endpoint", endpoint)
              .putIfKnown("traceId", query.traceId));
    }
  }

  private static @Nullable CallSite siteOf(Request request, int row) {
    for (int i = 0; i < request.callSites.size(); i++) {
      if (request.callSites.row(i) == row) {
        return (CallSite) request.callSites.site(i);
      }
    }
    return null;
  }

  private void addRequest(Request request, long nanos, String endpoint) {
    SlowRequest slow = new SlowRequest();
    slow.timestamp = UtcTime.iso(request.startMillis);
    slow.requestId = RequestLog.requestId();
    slow.endpoint = endpoint;
    slow.durationMillis = nanos / 1e6;
    slow.status = request.status;
    slow.executions = request.log.executions();
    slow.databaseMillis = request.log.executionNanos() / 1e6;
    slow.user = request.user;
    slow.traceId = TraceId.of(request);
    requestCount++;
    if (requests.size() == MAX_KEPT) {
      requests.removeFirst();
    }
    requests.addLast(slow);
  }

  void fill(Report report) {
    report.totals.slowQueries = queryCount;
    report.totals.slowRequests = requestCount;
    report.slowQueries.addAll(queries);
    report.slowRequests.addAll(requests);
  }

  /** Lines dropped because the queue was full. */
  long dropped() {
    return lines == null ? 0 : lines.dropped();
  }

  void flush() {
    if (lines == null) {
      return;
    }
    try {
      lines.flush();
      failing = false;
    } catch (IOException | RuntimeException | Error notWritten) {
      if (!failing) {
        failing = true;
        messages.cannotWrite(
            "slow-query log",
            lines.toString(),
            notWritten,
            "log.slow-queries=<a file that can be written>");
      }
    }
  }
}
