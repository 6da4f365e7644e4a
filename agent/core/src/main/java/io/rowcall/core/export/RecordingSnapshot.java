package io.rowcall.core.export;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.Checks;
import io.rowcall.core.findings.Detection;
import io.rowcall.core.findings.Detector;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.findings.FindingText;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates the result of a {@link io.rowcall.boot.context.Recording}: one request's executions and
 * findings, in types of the JDK, so that they can leave the agent's class loader.
 *
 * <pre>
 * endpoint    String
 * executions  Long
 * statements  List, in the order of their first executions, of
 *   sql         String, normalized
 *   kind        String: SELECT, INSERT, …
 *   executions  Long
 *   rows        Long
 *   sites       Map from StackTraceElement[], the nearest frame first, to Long: executions;
 *               when they are few enough for each to be taken
 * findings    List of
 *   class       String: n+1-select, …
 *   verdict     String: suspect, likely, confirmed
 *   sentence    String, the same in every run
 *   saving      String, with times; may be empty
 *   sql         String, or null
 *   repeats     Long
 *   parent      String: its normalized SQL, or null
 *   parentRows  Long
 *   parentSite  StackTraceElement[], or null
 * </pre>
 *
 * <p>Guarded by its own lock.
 */
final class RecordingSnapshot {
  private final Detector detector;
  private final StatementGroups groups = new StatementGroups();

  RecordingSnapshot(Checks checks) {
    detector = new Detector(checks);
  }

  synchronized Map<String, Object> create(
      Request request, String endpoint, RecordingEngine engine) {
    groups.load(request);
    List<Object> statements = new ArrayList<Object>();
    for (int i = 0; i < groups.size(); i++) {
      statements.add(statement(request, groups.get(i)));
    }
    List<Object> findings = new ArrayList<Object>();
    long nanos = request.endNanos - request.startNanos;
    for (Detection detection : detector.detect(request, groups)) {
      findings.add(finding(FindingStats.ofSingle(detection, endpoint, nanos), engine));
    }
    Map<String, Object> snapshot = new LinkedHashMap<String, Object>();
    snapshot.put("endpoint", endpoint);
    snapshot.put("executions", request.log.executions());
    snapshot.put("statements", statements);
    snapshot.put("findings", findings);
    return snapshot;
  }

  private static Map<String, Object> statement(Request request, StatementGroup group) {
    Map<String, Object> statement = new LinkedHashMap<String, Object>();
    statement.put("sql", group.statement().text);
    statement.put("kind", group.kind().name());
    statement.put("executions", group.executions());
    statement.put("rows", group.rows());
    statement.put("sites", sites(request, group.statement()));
    return statement;
  }

  private static Map<StackTraceElement[], Long> sites(Request request, SqlStatement statement) {
    Map<CallSite, Long> counts = new LinkedHashMap<CallSite, Long>();
    for (int i = 0; i < request.callSites.size(); i++) {
      CallSite site = (CallSite) request.callSites.site(i);
      if (site != null && request.log.statement(request.callSites.row(i)) == statement) {
        Long count = counts.get(site);
        counts.put(site, count == null ? 1L : count + 1L);
      }
    }
    Map<StackTraceElement[], Long> sites = new LinkedHashMap<StackTraceElement[], Long>();
    for (Map.Entry<CallSite, Long> entry : counts.entrySet()) {
      sites.put(frames(entry.getKey()), entry.getValue());
    }
    return sites;
  }

  private static Map<String, @Nullable Object> finding(FindingStats stats, RecordingEngine engine) {
    SqlStatement statement = stats.statement;
    SqlStatement parent = stats.parent();
    CallSite parentSite = stats.parentCallSite();
    Dialect dialect = statement == null ? Dialect.GENERIC : engine.dialect(statement);
    FindingText text = FindingText.of(stats, dialect);
    Map<String, @Nullable Object> finding = new LinkedHashMap<String, @Nullable Object>();
    finding.put("class", stats.check.key());
    finding.put("verdict", stats.verdict().text());
    finding.put("sentence", text.sentence);
    finding.put("saving", text.saving);
    finding.put("sql", statement == null ? null : statement.text);
    finding.put("repeats", stats.repeats.max());
    finding.put("parent", parent == null ? null : parent.text);
    finding.put("parentRows", stats.parentRows.max());
    finding.put("parentSite", parentSite == null ? null : frames(parentSite));
    return finding;
  }

  private static StackTraceElement[] frames(CallSite site) {
    List<StackTraceElement> frames = new ArrayList<StackTraceElement>();
    frames.add(site.first());
    frames.addAll(site.callers());
    return frames.toArray(new StackTraceElement[0]);
  }
}
