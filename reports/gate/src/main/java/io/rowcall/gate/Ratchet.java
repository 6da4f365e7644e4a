package io.rowcall.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates a budget from a run, and tightens an existing one to a run. Tightening never raises a
 * limit and never adds an entry.
 *
 * <p>Not thread-safe.
 */
public final class Ratchet {
  private final Report report;

  /**
   * Creates a ratchet for a merged report.
   *
   * @param report is changed: the figures of warm-up requests are replaced
   * @throws InvalidInputException if the run has no requests
   */
  public Ratchet(Report report) {
    if (report.totals.requests == 0) {
      throw new InvalidInputException(
          "expected a run with requests, found none: no limit can be derived from it");
    }
    WarmUp.exclude(report);
    this.report = report;
  }

  /**
   * The first budget of a project. This run passes without a warning; a run with more queries
   * fails. Findings that are only warnings are accepted as well, so that a new warning stands out.
   *
   * @param owner who will fix the accepted findings
   * @param until last day on which they are accepted
   */
  public BudgetDraft draft(String owner, LocalDate until) {
    var rules = new ArrayList<Rule>();
    for (Endpoint endpoint : report.endpoints) {
      rules.add(
          new Rule(
              EndpointPattern.literal(endpoint.name),
              "the run",
              QueryLimits.tightest(endpoint),
              endpoint.calls == null ? null : Limit.of((double) EndpointLimits.maxCalls(endpoint)),
              null,
              0,
              Map.of()));
    }
    rules.sort(Comparator.comparing(rule -> rule.pattern().toString()));
    Level complete = isComplete() ? Level.ERROR : Level.WARN;
    return new BudgetDraft(
        new Budget(
            "the run",
            new Requirements(1, complete, Level.WARN),
            rules,
            Map.of(),
            suppressions(owner, until)));
  }

  private List<Suppression> suppressions(String owner, LocalDate until) {
    var suppressions = new ArrayList<Suppression>();
    var ids = new HashSet<String>();
    var rules = new EffectiveRules(Budget.byDefault());
    for (Finding finding : report.findings) {
      Level level = rules.classRule(finding.endpoint, finding.type).levelOf(finding);
      if (level != Level.OFF && ids.add(finding.id)) {
        suppressions.add(
            new Suppression(
                finding.id,
                finding.endpoint,
                "the run",
                finding.sentence,
                owner,
                until,
                TextRange.NONE,
                TextRange.NONE));
      }
    }
    suppressions.sort(
        Comparator.comparing(Suppression::endpoint).thenComparing(Suppression::finding));
    return suppressions;
  }

  /**
   * Lowers the limits of a budget to the run, removes accepted findings that no longer occur, and
   * updates ids that an older version has written. Reads the file but does not write it.
   *
   * @throws InvalidInputException if the run is incomplete, or the budget is invalid
   * @throws IOException if the file cannot be read
   */
  public TightenedBudget tighten(Path file) throws IOException {
    if (!isComplete()) {
      throw new InvalidInputException(
          "expected a complete run, found one in which the agent dropped something: its counts may"
              + " be too low. Run rowcall gate for details");
    }
    Yaml yaml = BudgetFile.readYaml(file);
    Budget budget = BudgetFile.parse(file, yaml);
    var edit = new BudgetEdit(yaml.text());
    List<LoweredLimit> lowered = lowered(budget);
    List<Suppression> fixed = fixed(budget);
    Map<Suppression, String> newIds = newIds(budget);
    lowered.forEach(edit::lower);
    newIds.forEach(edit::updateId);
    fixed.forEach(edit::remove);
    String text = edit.result();
    BudgetFile.parse(file, yaml.withText(text)); // Throws if the edit broke the file.
    return new TightenedBudget(
        text,
        !text.equals(yaml.text()),
        lowered.size(),
        newIds.size(),
        fixed.stream().map(s -> fixedFinding(s, edit)).toList());
  }

  private static TightenedBudget.FixedFinding fixedFinding(
      Suppression suppression, BudgetEdit edit) {
    return new TightenedBudget.FixedFinding(
        suppression.finding(),
        suppression.endpoint(),
        suppression.describe(),
        suppression.origin(),
        !edit.notRemoved().contains(suppression));
  }

  /** Whether the agent dropped nothing and counted nothing as {@code (other)}. */
  private boolean isComplete() {
    return RunValidity.check(report, Budget.byDefault()).stream()
        .noneMatch(violation -> violation.rule().equals(RuleCatalog.INCOMPLETE));
  }

  /**
   * Limits of queries and calls above the maximum of the run. Each limit is compared with the
   * endpoints to which it applies; one that applies to no endpoint of the run was not measured and
   * stays.
   */
  private List<LoweredLimit> lowered(Budget budget) {
    var effectiveRules = new EffectiveRules(budget);
    var lowered = new ArrayList<LoweredLimit>();
    for (Rule rule : budget.rules()) {
      QueryLimits limits = rule.queries();
      if (limits != null) {
        List<Endpoint> endpoints =
            report.endpoints.stream()
                .filter(endpoint -> limits.equals(effectiveRules.queries(endpoint.name)))
                .toList();
        if (!endpoints.isEmpty()) {
          lowered.addAll(limits.lower(endpoints));
        }
      }
      Limit calls = rule.calls();
      if (calls != null && calls.level() != Level.OFF) {
        report.endpoints.stream()
            .filter(endpoint -> calls.equals(effectiveRules.calls(endpoint.name)))
            .mapToLong(EndpointLimits::maxCalls)
            .max()
            .ifPresent(
                max -> {
                  if (max < calls.max()) {
                    lowered.add(new LoweredLimit(calls, max));
                  }
                });
      }
    }
    return lowered;
  }

  private Map<Suppression, String> newIds(Budget budget) {
    var ids = new LinkedHashMap<Suppression, String>();
    for (Suppression suppression : budget.suppressions()) {
      for (Finding finding : report.findings) {
        if (FindingId.isLegacy(suppression.finding(), finding)) {
          ids.put(suppression, finding.id);
        }
      }
    }
    return ids;
  }

  /** Accepted findings that did not occur although the run has requests to their endpoint. */
  private List<Suppression> fixed(Budget budget) {
    return budget.suppressions().stream()
        .filter(
            suppression ->
                report.findings.stream()
                    .noneMatch(finding -> FindingId.matches(suppression.finding(), finding)))
        .filter(
            suppression ->
                suppression.endpoint().isEmpty()
                    || report.endpoints.stream()
                        .anyMatch(endpoint -> endpoint.name.equals(suppression.endpoint())))
        .toList();
  }
}
