package io.rowcall.core.jfr;

import io.rowcall.boot.request.ExecutionLog;
import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.findings.TraceId;
import io.rowcall.core.record.Aggregate;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Events {@code rowcall.Request}, {@code rowcall.Query} and {@code rowcall.Finding} for Java Flight
 * Recorder. Written by the thread that aggregates, after the request has ended: an event's own time
 * is up to a tenth of a second late, so the true start and duration are fields of it. Application
 * threads do nothing for it.
 *
 * <p>Nothing of the recorder is initialized until somebody else has done so: before, one static
 * field is read each second. After a failure there are no more events. Guarded by the caller.
 */
public final class FlightEvents {
  private static final long CHECK_NANOS = 1_000_000_000;

  /** Findings written at once; the others follow a second later. */
  private static final int MAX_FINDINGS = 100;

  private @Nullable Method isInitialized;
  private @Nullable EventKind requests;
  private @Nullable EventKind queries;
  private @Nullable EventKind findings;
  private long checkedAt;
  private boolean recording;
  private boolean failed;

  /** Requests of each finding that were written. */
  private final Map<FindingStats, Long> written = new WeakHashMap<FindingStats, Long>();

  /** Looks for recordings once a second, and writes the findings that were seen again. */
  public void period(Aggregate aggregate) {
    long now = System.nanoTime();
    if (failed || (checkedAt != 0 && now - checkedAt < CHECK_NANOS)) {
      return;
    }
    checkedAt = now;
    try {
      if (requests == null && isRecorderInUse()) {
        register();
      }
      recording = isEnabled(requests) || isEnabled(queries);
      if (isEnabled(findings)) {
        addFindings(aggregate);
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unavailable) {
      fail();
    }
  }

  private boolean isRecorderInUse() throws ReflectiveOperationException {
    Method known = isInitialized;
    if (known == null) {
      known = EventKind.load("FlightRecorder").getMethod("isInitialized");
      isInitialized = known;
    }
    return (Boolean) known.invoke(null);
  }

  private void register() throws ReflectiveOperationException {
    requests =
        new EventKind.Builder(
                "rowcall.Request", "Request", "A request and its executions, after its end")
            .text("endpoint", "Endpoint")
            .epochMillis("startedAt", "Started At")
            .nanos("elapsed", "Elapsed")
            .number("status", "HTTP Status")
            .number("executions", "Executions")
            .nanos("databaseTime", "Database Time")
            .text("traceId", "Trace Id")
            .register();
    queries =
        new EventKind.Builder("rowcall.Query", "Query", "An execution, after its request's end")
            .text("sql", "Normalized SQL")
            .text("endpoint", "Endpoint")
            .epochMillis("startedAt", "Started At")
            .nanos("elapsed", "Elapsed")
            .number("rows", "Rows Read")
            .text("traceId", "Trace Id")
            .register();
    findings =
        new EventKind.Builder("rowcall.Finding", "Finding", "A finding that was seen again")
            .text("findingClass", "Class")
            .text("endpoint", "Endpoint")
            .text("sql", "Normalized SQL")
            .text("verdict", "Verdict")
            .number("repeats", "Repeats")
            .number("requests", "Requests")
            .number("avoidableExecutions", "Avoidable Executions")
            .register();
  }

  private static boolean isEnabled(@Nullable EventKind kind) throws ReflectiveOperationException {
    return kind != null && kind.isEnabled();
  }

  private void fail() {
    failed = true;
    recording = false;
  }

  /** Writes a finished request, while there is a recording. */
  public void add(Request request, String endpoint) {
    EventKind requestKind = requests;
    EventKind queryKind = queries;
    if (!recording || requestKind == null || queryKind == null) {
      return;
    }
    try {
      String traceId = TraceId.of(request);
      if (!request.unattributed && !request.late && requestKind.isEnabled()) {
        requestKind.commit(
            endpoint,
            request.startMillis,
            request.endNanos - request.startNanos,
            (long) request.status,
            request.log.executions(),
            request.log.executionNanos(),
            traceId);
      }
      if (queryKind.isEnabled()) {
        addQueries(queryKind, request, endpoint, traceId);
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unavailable) {
      fail();
    }
  }

  private static void addQueries(
      EventKind kind, Request request, String endpoint, @Nullable String traceId)
      throws ReflectiveOperationException {
    ExecutionLog log = request.log;
    long epochNanos = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
    for (int row = 0; row < log.size(); row++) {
      kind.commit(
          log.statement(row).text,
          endpoint,
          (log.startNanos(row) + epochNanos) / 1_000_000,
          log.elapsedNanos(row),
          (long) log.rowsRead(row),
          traceId);
    }
  }

  private void addFindings(Aggregate aggregate) throws ReflectiveOperationException {
    EventKind kind = findings;
    int left = MAX_FINDINGS;
    for (FindingStats finding : aggregate.findings()) {
      Long before = written.get(finding);
      if (kind != null && left > 0 && (before == null || before != finding.requests)) {
        written.put(finding, finding.requests);
        left--;
        kind.commit(
            finding.check.key(),
            finding.endpoint,
            finding.statement == null ? null : finding.statement.text,
            finding.verdict().text(),
            finding.repeats.median(),
            finding.requests,
            finding.avoidableExecutions);
      }
    }
  }
}
