package io.rowcall.gate;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.read.ReportException;
import io.rowcall.input.InvalidInputException;
import io.rowcall.input.ReportLoader;
import io.rowcall.merge.ReportMerger;
import io.rowcall.source.SourceIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the gate: evaluates the reports of a run against a budget.
 *
 * <p>Deterministic: the same files and the same day give the same result. Stateless and safe for
 * use by several threads; reads files only.
 */
public final class Gate {
  private static final Path DEFAULT_BUDGET = Path.of("rowcall-budget.yml");

  private Gate() {}

  /**
   * Evaluates a run.
   *
   * @throws InvalidInputException if the budget is invalid, or there is no report
   * @throws ReportException if a file is not a valid report
   * @throws IOException if a file cannot be read
   */
  public static GateResult evaluate(GateOptions options) throws IOException {
    Budget budget = budget(options);
    Report report = ReportLoader.load(options.reports(), ReportMerger.withoutStatementDetails());
    var notes = new ArrayList<String>();
    List<String> warmUpNotes = WarmUp.exclude(report);
    var evaluator = new GateEvaluator(report, budget, options.today());
    List<Violation> violations = evaluator.evaluate();
    notes.addAll(evaluator.notes());
    notes.addAll(warmUpNotes);
    return new GateResult(
        locate(violations, options.sourceRoots(), notes),
        report.totals.requests,
        evaluator.endpoints(),
        budget.source(),
        List.copyOf(notes),
        RunCategory.of(report.run.service));
  }

  private static Budget budget(GateOptions options) throws IOException {
    Path file = options.budget();
    if (file != null) {
      return BudgetFile.read(file);
    }
    return Files.exists(DEFAULT_BUDGET) ? BudgetFile.read(DEFAULT_BUDGET) : Budget.byDefault();
  }

  private static List<Violation> locate(
      List<Violation> violations, List<Path> roots, List<String> notes) throws IOException {
    if (violations.stream().allMatch(violation -> violation.callSite() == null)) {
      return violations;
    }
    List<CallSite> sites =
        violations.stream()
            .flatMap(violation -> Stream.of(violation.callSite(), parentSite(violation)))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    SourceIndex sources = SourceIndex.of(roots, sites);
    var located = new ArrayList<Violation>();
    for (Violation violation : violations) {
      located.add(
          violation.located(
              sources.locateOrNote(violation.callSite()), sources.locate(parentSite(violation))));
    }
    notes.addAll(sources.notes());
    return located;
  }

  private static @Nullable CallSite parentSite(Violation violation) {
    Finding finding = violation.finding();
    return finding == null || finding.parent == null ? null : finding.parent.callSite;
  }
}
