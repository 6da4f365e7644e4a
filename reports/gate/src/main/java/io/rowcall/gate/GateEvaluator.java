package io.rowcall.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluates a run against a budget. Decisions rest on counts, so equal runs give equal results.
 *
 * <p>Not thread-safe; one instance per evaluation.
 */
final class GateEvaluator {
  /** Errors first, then by weight. The remaining keys make the order total. */
  private static final Comparator<Violation> WORST_FIRST =
      Comparator.comparing(Violation::level, Comparator.reverseOrder())
          .thenComparing(violation -> violation.subject().equals(RunValidity.THE_RUN) ? 0 : 1)
          .thenComparing(Violation::weight, Comparator.reverseOrder())
          .thenComparing(Violation::subject)
          .thenComparing(Violation::rule)
          .thenComparing(violation -> violation.finding() == null ? "" : violation.finding().id)
          .thenComparing(Violation::summary);

  private final Report report;
  private final Budget budget;
  private final EffectiveRules rules;
  private final TopStatements topStatements;
  private final FindingEvaluator findings;
  private final List<Violation> violations = new ArrayList<>();
  private final Set<Rule> usedRules = new HashSet<>();
  private final Set<String> endpoints = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  GateEvaluator(Report report, Budget budget, LocalDate today) {
    this.report = report;
    this.budget = budget;
    this.rules = new EffectiveRules(budget);
    this.topStatements = new TopStatements(report);
    this.findings = new FindingEvaluator(rules, topStatements, today);
    report.endpoints.forEach(endpoint -> endpoints.add(endpoint.name));
  }

  /** All violations, merged by cause, the worst first. */
  List<Violation> evaluate() {
    violations.addAll(RunValidity.check(report, budget));
    var limits = new EndpointLimits(rules, topStatements);
    for (Endpoint endpoint : report.endpoints) {
      usedRules.addAll(rules.matching(endpoint.name));
      violations.addAll(limits.check(endpoint));
    }
    for (Finding finding : report.findings) {
      if (budget.suppressions().stream().noneMatch(s -> FindingId.matches(s.finding(), finding))) {
        violations.addAll(findings.check(finding));
      }
    }
    budget.rules().forEach(this::checkUsed);
    budget.suppressions().forEach(this::checkSuppression);
    noteEndpointsNamedLikePatterns();
    return ViolationGroups.merge(violations, WORST_FIRST);
  }

  /** Remarks for the result. Complete after {@link #evaluate}. */
  List<String> notes() {
    return notes;
  }

  /** Names of the endpoints of the run, sorted. */
  List<String> endpoints() {
    return List.copyOf(endpoints);
  }

  private void checkSuppression(Suppression suppression) {
    List<Finding> suppressed =
        report.findings.stream()
            .filter(finding -> FindingId.matches(suppression.finding(), finding))
            .toList();
    if (suppressed.isEmpty()) {
      addUnused(suppression);
    }
    for (Finding finding : suppressed) {
      if (FindingId.isLegacy(suppression.finding(), finding)) {
        notes.add(
            suppression.origin()
                + ": the id is from an older version; it is now "
                + finding.id
                + ". Run rowcall budget --tighten to update it.");
      }
      violations.addAll(findings.checkExpiry(suppression, finding));
    }
  }

  private void addUnused(Suppression suppression) {
    Level level = budget.require().unused();
    if (level == Level.OFF) {
      return;
    }
    boolean requested =
        suppression.endpoint().isEmpty() || endpoints.contains(suppression.endpoint());
    String subject = suppression.endpoint().isEmpty() ? "debt" : suppression.endpoint();
    String summary =
        "Accepted finding "
            + suppression.describe()
            + (requested
                ? " no longer occurs. Remove it ("
                    + suppression.origin()
                    + "), or run rowcall budget --tighten."
                : " was not checked: the run has no request to its endpoint ("
                    + suppression.origin()
                    + ").");
    violations.add(
        Violation.plain(level, RuleCatalog.UNUSED, subject, summary, suppression.origin())
            .mergedWith(List.of(), RuleCatalog.UNUSED + '\n' + suppression.finding()));
  }

  private void checkUsed(Rule rule) {
    if (usedRules.contains(rule)) {
      return;
    }
    if (rule.minRequests() > 0 && !rule.pattern().hasWildcards()) {
      violations.add(EndpointLimits.tooFewRequests(rule.pattern().toString(), 0, rule));
      return;
    }
    Level level = budget.require().unused();
    if (level != Level.OFF) {
      String summary = "No endpoint of the run matches this rule (" + rule.origin() + ").";
      violations.add(
          Violation.plain(
              level, RuleCatalog.UNUSED, rule.pattern().toString(), summary, rule.origin()));
    }
  }

  /** A server may have a route named {@code GET /**}, and a rule may mean only that one. */
  private void noteEndpointsNamedLikePatterns() {
    for (Rule rule : budget.rules()) {
      QueryLimits queries = rule.queries();
      String name = rule.pattern().toString();
      if (queries == null || !rule.pattern().hasWildcards() || !endpoints.contains(name)) {
        continue;
      }
      var origins = queries.all().stream().map(Limit::origin).toList();
      if (violations.stream()
          .anyMatch(v -> origins.contains(v.origin()) && !v.subject().equals(name))) {
        notes.add(
            rule.origin()
                + ": "
                + name
                + " is also the name of an endpoint. Add exact: true to match only that one.");
      }
    }
  }
}
