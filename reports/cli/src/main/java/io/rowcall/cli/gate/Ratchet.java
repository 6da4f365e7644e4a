package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a budget of a run, and lowers one to a run. Never raises anything. */
final class Ratchet {
  private final Report report;
  private final LocalDate today;
  private int lowered;
  private int paid;

  Ratchet(Report report, LocalDate today) {
    this.report = report;
    this.today = today;
  }

  /** The first budget of a project: it passes this run, and fails one that asks more. */
  Budget first(String owner, LocalDate until) {
    var rules = new ArrayList<Rule>();
    for (Endpoint endpoint : report.endpoints) {
      rules.add(
          new Rule(
              endpoint.name,
              "the run",
              new Limit(endpoint.executions.max, Level.ERROR),
              null,
              Map.of()));
    }
    rules.sort(Comparator.comparing(Rule::pattern));
    var debts = new ArrayList<Debt>();
    var judge = new Judge(report, Budget.byDefault(), today);
    for (Finding finding : report.findings) {
      if (judge.levelOf(finding) == Level.ERROR) {
        debts.add(new Debt(finding.id, "the run", finding.sentence, owner, until));
      }
    }
    debts.sort(Comparator.comparing(Debt::finding));
    return new Budget("the run", rules, Map.of(), debts, 1);
  }

  /** The same budget with each limit of queries no higher than the run, and without paid debt. */
  Budget lowered(Budget budget) {
    List<Rule> rules = budget.rules().stream().map(this::lowered).toList();
    var debts = new ArrayList<Debt>();
    for (Debt debt : budget.debts()) {
      if (report.findings.stream().anyMatch(finding -> finding.id.equals(debt.finding()))) {
        debts.add(debt);
      } else {
        paid++;
      }
    }
    return new Budget(budget.source(), rules, budget.classes(), debts, budget.minRequests());
  }

  private Rule lowered(Rule rule) {
    Limit queries = rule.queries();
    Long most = mostQueries(rule);
    if (queries == null || most == null || most >= queries.max()) {
      return rule;
    }
    lowered++;
    return new Rule(
        rule.pattern(),
        rule.where(),
        new Limit(most, queries.level()),
        rule.latencyP95Millis(),
        rule.classes());
  }

  /** Null when no endpoint of the run matches: what was not measured is not lowered. */
  private @Nullable Long mostQueries(Rule rule) {
    return report.endpoints.stream()
        .filter(endpoint -> rule.matches(endpoint.name))
        .map(endpoint -> endpoint.executions.max)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  int lowered() {
    return lowered;
  }

  int paid() {
    return paid;
  }
}
