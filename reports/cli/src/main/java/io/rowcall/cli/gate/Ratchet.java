package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a budget of a run, and tells what of one is higher than a run. Never raises anything. */
final class Ratchet {
  private final Report report;
  private final LocalDate today;

  Ratchet(Report report, LocalDate today) {
    this.report = report;
    this.today = today;
  }

  /**
   * A limit that can be lowered.
   *
   * @param to what the run asks at most
   */
  record Lower(Limit limit, long to) {}

  /**
   * The first budget of a project: this run passes without a warning, and one that asks more fails.
   * What is only warned of is debt as well, so that a new warning is seen.
   */
  Budget first(String owner, LocalDate until) {
    var rules = new ArrayList<Rule>();
    for (Endpoint endpoint : report.endpoints) {
      rules.add(
          new Rule(
              EndpointPattern.exactly(endpoint.name),
              "the run",
              QueryLimits.keptBy(endpoint),
              null,
              0,
              Map.of()));
    }
    rules.sort(Comparator.comparing(rule -> rule.pattern().toString()));
    var debts = new ArrayList<Suppression>();
    var written = new HashSet<String>();
    var judge = new GateEvaluator(report, Budget.byDefault(), today);
    for (Finding finding : report.findings) {
      if (judge.levelOf(finding) != Level.OFF) {
        String reason = Texts.withoutSavedTime(finding.sentence);
        if (written.add(finding.id)) {
          debts.add(
              new Suppression(
                  finding.id,
                  finding.endpoint,
                  "the run",
                  reason,
                  owner,
                  until,
                  TextRange.NONE,
                  TextRange.NONE));
        }
      }
    }
    debts.sort(Comparator.comparing(Suppression::endpoint).thenComparing(Suppression::finding));
    var require = new Requirements(1, isComplete() ? Level.ERROR : Level.WARN, Level.WARN);
    return new Budget("the run", require, rules, Map.of(), debts);
  }

  /** Whether nothing of the run was dropped, or counted without its name. */
  boolean isComplete() {
    return RunValidity.of(report, Budget.byDefault()).stream()
        .noneMatch(breach -> breach.rule().equals(RuleCatalog.INCOMPLETE));
  }

  /**
   * The limits of queries that are higher than the run. An endpoint counts for the rule that it is
   * held to; a limit that no endpoint of the run is held to was not measured, and is not lowered.
   */
  List<Lower> lower(Budget budget) {
    var held = new EffectiveRules(budget);
    var lower = new ArrayList<Lower>();
    for (Rule rule : budget.rules()) {
      QueryLimits limits = rule.queries();
      if (limits != null) {
        List<Endpoint> endpoints =
            report.endpoints.stream()
                .filter(endpoint -> limits.equals(held.queries(endpoint.name)))
                .toList();
        if (!endpoints.isEmpty()) {
          lower.addAll(limits.lower(endpoints));
        }
      }
    }
    return lower;
  }

  /** New ids of debts that an older version has written, by debt. */
  Map<Suppression, String> renewed(Budget budget) {
    var ids = new LinkedHashMap<Suppression, String>();
    for (Suppression debt : budget.debts()) {
      for (Finding finding : report.findings) {
        if (FindingId.isFormer(debt.finding(), finding)) {
          ids.put(debt, finding.id);
        }
      }
    }
    return ids;
  }

  /** The debts whose finding is gone, though the run asked its endpoint. */
  List<Suppression> paid(Budget budget) {
    return budget.debts().stream()
        .filter(debt -> report.findings.stream().noneMatch(f -> FindingId.is(debt.finding(), f)))
        .filter(
            debt ->
                debt.endpoint().isEmpty()
                    || report.endpoints.stream().anyMatch(e -> e.name.equals(debt.endpoint())))
        .toList();
  }
}
