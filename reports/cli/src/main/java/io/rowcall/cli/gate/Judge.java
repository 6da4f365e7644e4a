package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a run to a budget. Counts decide; the same report and day give the same verdict always. */
final class Judge {
  private static final int MAX_SQL = 70;
  private final Report report;
  private final Budget budget;
  private final LocalDate today;
  private final List<Breach> breaches = new ArrayList<>();
  private final Set<Rule> used = new HashSet<>();
  private final Set<Debt> paid = new HashSet<>();

  Judge(Report report, Budget budget, LocalDate today) {
    this.report = report;
    this.budget = budget;
    this.today = today;
  }

  /** Everything worth saying: errors first, then warnings. */
  List<Breach> judge() {
    run();
    report.endpoints.forEach(this::limits);
    report.findings.forEach(this::finding);
    unused();
    return breaches.stream().sorted((a, b) -> b.level().compareTo(a.level())).toList();
  }

  private void run() {
    var totals = report.totals;
    if (totals.requests < Math.max(1, budget.minRequests())) {
      error(
          "the run",
          "%d requests were recorded, at least %d are needed: a run that shows nothing cannot pass."
              + " Was the load sent, and to the service with the agent?",
          totals.requests,
          Math.max(1, budget.minRequests()));
    }
    if (totals.droppedRequests > 0) {
      error(
          "the run",
          "%d requests were dropped, so its counts are not exact. Send less load.",
          totals.droppedRequests);
    }
    if (totals.suppressedErrors > 0) {
      breaches.add(
          new Breach(
              Level.WARN,
              "the run",
              totals.suppressedErrors
                  + " errors of Rowcall were suppressed; the service's stderr tells the first."));
    }
  }

  private void limits(Endpoint endpoint) {
    Rule rule = ruleFor(endpoint.name);
    if (rule == null) {
      return;
    }
    Limit queries = rule.queries();
    if (queries != null && endpoint.executions.max > queries.max()) {
      breaches.add(
          new Breach(
              queries.level(),
              endpoint.name,
              String.format(
                  Locale.ROOT,
                  "%d queries in a request, %.0f allowed (%s).%s",
                  endpoint.executions.max,
                  queries.max(),
                  rule.where(),
                  largest(endpoint))));
    }
    Limit latency = rule.latencyP95Millis();
    if (latency != null && endpoint.latencyMillis.p95 > latency.max()) {
      breaches.add(
          new Breach(
              latency.level(),
              endpoint.name,
              String.format(
                  Locale.ROOT,
                  "p95 of %.1f ms, %.0f ms allowed (%s). The database took %.0f of %.0f ms.",
                  endpoint.latencyMillis.p95,
                  latency.max(),
                  rule.where(),
                  endpoint.databaseMillis,
                  endpoint.latencyMillis.mean * endpoint.requests)));
    }
  }

  /** Where most of the queries of an endpoint come from. */
  private String largest(Endpoint endpoint) {
    var share =
        endpoint.statements.stream().max((a, b) -> Long.compare(a.perRequestMax, b.perRequestMax));
    if (share.isEmpty()) {
      return "";
    }
    var finding =
        report.findings.stream()
            .filter(f -> f.endpoint.equals(endpoint.name))
            .filter(f -> f.statement != null && f.statement.id.equals(share.get().id))
            .findFirst();
    String sql =
        report.statements.stream()
            .filter(s -> s.id.equals(share.get().id))
            .map(s -> s.sql)
            .findFirst()
            .orElse(share.get().id);
    return String.format(
        Locale.ROOT,
        " Most often, up to %d times in a request%s: %s.%s",
        share.get().perRequestMax,
        finding.map(f -> f.callSite == null ? "" : " at " + f.callSite.place()).orElse(""),
        cut(sql),
        finding.map(f -> " " + f.advice).orElse(""));
  }

  private void finding(Finding finding) {
    Level level = levelOf(finding);
    Debt debt = debtFor(finding);
    if (debt != null) {
      paid.add(debt);
      if (!today.isAfter(debt.until())) {
        return;
      }
      error(
          finding.endpoint,
          "%s Known debt \"%s\" has expired on %s (%s): fix it, or agree on a new date.",
          finding.sentence,
          debt.reason(),
          debt.until(),
          debt.where());
    } else if (level != Level.OFF) {
      breaches.add(
          new Breach(
              level,
              finding.endpoint,
              "["
                  + finding.type
                  + " "
                  + finding.id
                  + "] "
                  + finding.sentence
                  + (finding.statement == null ? "" : " " + cut(finding.statement.sql))));
    }
  }

  /** What a finding comes to when no debt bears it. */
  Level levelOf(Finding finding) {
    Rule rule = ruleFor(finding.endpoint);
    Level ofRule = rule == null ? null : rule.classes().get(finding.type);
    if (ofRule != null) {
      return ofRule;
    }
    Level ofBudget = budget.classes().get(finding.type);
    if (ofBudget != null) {
      return ofBudget;
    }
    Level byDefault = Budget.DEFAULTS.getOrDefault(finding.type, Level.WARN);
    // A suspicion fails nobody's build unless a budget says so.
    return byDefault == Level.ERROR && finding.verdict.equals("suspect") ? Level.WARN : byDefault;
  }

  private @Nullable Debt debtFor(Finding finding) {
    return budget.debts().stream()
        .filter(debt -> debt.finding().equals(finding.id))
        .findFirst()
        .orElse(null);
  }

  /** The rule whose pattern has the fewest wildcards; of equals, the first. */
  private @Nullable Rule ruleFor(String endpoint) {
    Rule best = null;
    for (Rule rule : budget.rules()) {
      if (rule.matches(endpoint) && (best == null || wildcards(rule) < wildcards(best))) {
        best = rule;
      }
    }
    if (best != null) {
      used.add(best);
    }
    return best;
  }

  private static long wildcards(Rule rule) {
    return rule.pattern().replace("**", "***").chars().filter(c -> c == '*').count();
  }

  private void unused() {
    for (Rule rule : budget.rules()) {
      if (!used.contains(rule)) {
        breaches.add(
            new Breach(
                Level.WARN,
                rule.pattern(),
                "no endpoint of the run matches this rule (" + rule.where() + ")."));
      }
    }
    for (Debt debt : budget.debts()) {
      if (!paid.contains(debt)) {
        breaches.add(
            new Breach(
                Level.WARN,
                "debt " + debt.finding(),
                "was not found any more: remove it (" + debt.where() + ")."));
      }
    }
  }

  private void error(String about, String format, Object... values) {
    breaches.add(new Breach(Level.ERROR, about, String.format(Locale.ROOT, format, values)));
  }

  private static String cut(String sql) {
    return sql.length() <= MAX_SQL ? sql : sql.substring(0, MAX_SQL - 3) + "...";
  }
}
