package io.rowcall.cli;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.StatementFigures;
import io.rowcall.format.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Several reports as one: counts add up, histograms are joined, the rest is kept side by side. */
final class Joined {
  private @Nullable Report joined;
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, StatementFigures> statements = new LinkedHashMap<>();
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  void add(Report report) {
    if (joined == null) {
      joined = report;
    } else {
      addTotals(joined.totals, report.totals);
      joined.caches.addAll(report.caches);
      joined.pools.addAll(report.pools);
      joined.slowQueries.addAll(report.slowQueries);
      joined.slowRequests.addAll(report.slowRequests);
      joined.run.start = min(joined.run.start, report.run.start);
      joined.run.end = max(joined.run.end, report.run.end);
      var services = new TreeSet<String>(java.util.List.of(joined.run.service.split(", ", -1)));
      services.add(report.run.service);
      joined.run.service = String.join(", ", services);
    }
    report.endpoints.forEach(endpoint -> endpoints.merge(endpoint.name, endpoint, Joined::join));
    report.statements.forEach(one -> statements.merge(one.id, one, Joined::join));
    report.findings.forEach(finding -> findings.merge(finding.id, finding, Joined::join));
  }

  Report report() {
    var report = joined == null ? new Report() : joined;
    report.endpoints = new ArrayList<>(endpoints.values());
    report.statements = new ArrayList<>(statements.values());
    report.findings = new ArrayList<>(findings.values());
    report.findings.sort(
        Comparator.comparingDouble((Finding f) -> -f.avoidableMillis).thenComparing(f -> f.id));
    report.totals.findings = report.findings.size();
    return report;
  }

  private static Endpoint join(Endpoint into, Endpoint from) {
    var executions = into.executions;
    executions.min =
        into.requests == 0 ? from.executions.min : Math.min(executions.min, from.executions.min);
    executions.max = Math.max(executions.max, from.executions.max);
    executions.p50 = from.requests > into.requests ? from.executions.p50 : executions.p50;
    executions.p95 = Math.max(executions.p95, from.executions.p95);
    executions.total += from.executions.total;
    into.latencyMillis = Histograms.join(into.latencyMillis, from.latencyMillis);
    into.requests += from.requests;
    into.errors += from.errors;
    into.lateExecutions += from.lateExecutions;
    into.databaseMillis += from.databaseMillis;
    into.avoidableExecutions += from.avoidableExecutions;
    into.avoidableMillis += from.avoidableMillis;
    double millis = into.latencyMillis.mean * into.requests;
    into.potentialPercent = millis <= 0 ? 0 : Math.min(100, 100 * into.avoidableMillis / millis);
    executions.mean = (double) executions.total / Math.max(1, into.requests);
    for (var share : from.statements) {
      var known =
          into.statements.stream().filter(s -> s.id.equals(share.id)).findFirst().orElse(null);
      if (known == null) {
        into.statements.add(share);
      } else {
        known.executions += share.executions;
        known.perRequestMax = Math.max(known.perRequestMax, share.perRequestMax);
        known.millis += share.millis;
        known.rows += share.rows;
      }
    }
    return into;
  }

  private static StatementFigures join(StatementFigures into, StatementFigures from) {
    into.executions += from.executions;
    into.errors += from.errors;
    into.rows += from.rows;
    into.batchedCommands += from.batchedCommands;
    into.millis += from.millis;
    into.latencyMillis = Histograms.join(into.latencyMillis, from.latencyMillis);
    var both = new TreeSet<>(into.endpoints);
    both.addAll(from.endpoints);
    into.endpoints = new ArrayList<>(both);
    return into;
  }

  private static Finding join(Finding into, Finding from) {
    into.requests += from.requests;
    into.avoidableExecutions += from.avoidableExecutions;
    into.avoidableMillis += from.avoidableMillis;
    into.repeats.max = Math.max(into.repeats.max, from.repeats.max);
    into.distinctBinds = Math.max(into.distinctBinds, from.distinctBinds);
    if (into.callSite == null) {
      into.callSite = from.callSite;
    }
    return into;
  }

  private static void addTotals(Totals into, Totals from) {
    into.requests += from.requests;
    into.errors += from.errors;
    into.executions += from.executions;
    into.unattributedExecutions += from.unattributedExecutions;
    into.lateExecutions += from.lateExecutions;
    into.executionErrors += from.executionErrors;
    into.databaseMillis += from.databaseMillis;
    into.rows += from.rows;
    into.slowQueries += from.slowQueries;
    into.slowRequests += from.slowRequests;
    into.droppedRequests += from.droppedRequests;
    into.overflowedEndpoints += from.overflowedEndpoints;
    into.overflowedStatements += from.overflowedStatements;
    into.uncertainStatements += from.uncertainStatements;
    into.suppressedErrors += from.suppressedErrors;
  }

  private static String min(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static String max(String a, String b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
