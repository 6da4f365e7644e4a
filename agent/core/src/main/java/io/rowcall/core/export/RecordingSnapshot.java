package io.rowcall.core.export;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.findings.Detection;
import io.rowcall.core.findings.Detector;
import io.rowcall.core.findings.StatementGroup;
import io.rowcall.core.findings.StatementGroups;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.FindingStats;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request's figures for whoever waits for them, in types of the JDK, so that they can leave the
 * agent's loader.
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
 *               where few enough for each to be taken
 * findings    List of
 *   class       String: n+1-select, …
 *   verdict     String: suspect, likely, confirmed
 *   sentence    String
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

  RecordingSnapshot(Config config) {
    detector = new Detector(config);
  }

  synchronized Map<String, Object> of(Request request, String endpoint, RecordingEngine engine) {
    groups.of(request);
    List<Object> statements = new ArrayList<Object>();
    for (int i = 0; i < groups.size(); i++) {
      statements.add(statement(request, groups.get(i)));
    }
    List<Object> findings = new ArrayList<Object>();
    long nanos = request.endNanos - request.startNanos;
    for (Detection found : detector.judge(request, groups)) {
      findings.add(finding(FindingStats.ofOne(found, endpoint, nanos), engine));
    }
    Map<String, Object> figures = new LinkedHashMap<String, Object>();
    figures.put("endpoint", endpoint);
    figures.put("executions", request.executions());
    figures.put("statements", statements);
    figures.put("findings", findings);
    return figures;
  }

  private static Map<String, Object> statement(Request request, StatementGroup group) {
    SqlStatement of = group.statement();
    NormalizedSql scanned = (NormalizedSql) of.scanned;
    Map<String, Object> statement = new LinkedHashMap<String, Object>();
    statement.put("sql", of.text);
    statement.put("kind", scanned == null ? "OTHER" : scanned.kind().name());
    statement.put("executions", group.executions());
    statement.put("rows", group.rows());
    statement.put("sites", sites(request, of));
    return statement;
  }

  private static Map<StackTraceElement[], Long> sites(Request request, SqlStatement of) {
    Map<CallSite, Long> counts = new LinkedHashMap<CallSite, Long>();
    for (int i = 0; i < request.callSites(); i++) {
      CallSite site = (CallSite) request.callSite(i);
      if (site != null && request.statements[request.callSiteRow(i)] == of) {
        Long before = counts.get(site);
        counts.put(site, before == null ? 1L : before + 1L);
      }
    }
    Map<StackTraceElement[], Long> sites = new LinkedHashMap<StackTraceElement[], Long>();
    for (Map.Entry<CallSite, Long> entry : counts.entrySet()) {
      sites.put(frames(entry.getKey()), entry.getValue());
    }
    return sites;
  }

  private static Map<String, @Nullable Object> finding(
      FindingStats figures, RecordingEngine engine) {
    SqlStatement statement = figures.statement;
    SqlStatement parent = figures.parent();
    CallSite parentSite = figures.parentCallSite();
    Dialect dialect = statement == null ? Dialect.GENERIC : engine.dialect(statement);
    Map<String, @Nullable Object> finding = new LinkedHashMap<String, @Nullable Object>();
    finding.put("class", figures.type.text());
    finding.put("verdict", figures.verdict().text());
    finding.put("sentence", new FindingText(figures, dialect, parentSite).sentence());
    finding.put("sql", statement == null ? null : statement.text);
    finding.put("repeats", figures.repeats.max());
    finding.put("parent", parent == null ? null : parent.text);
    finding.put("parentRows", figures.parentRows.max());
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
