package io.rowcall.cli.gate;

import io.rowcall.cli.InvalidInputException;
import io.rowcall.cli.ReportLoader;
import io.rowcall.cli.merge.ReportMerger;
import io.rowcall.format.Report;
import io.rowcall.format.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The gate as a library: a budget and the reports of a run go in, a verdict comes out. */
public final class Gate {
  private static final Path USUAL = Path.of("rowcall-budget.yml");

  private Gate() {}

  /**
   * Holds the run to the budget. The same files and day give the same verdict.
   *
   * @throws InvalidInputException when the budget cannot be used, or there is no report at all
   * @throws ReportException when a report cannot be read
   * @throws IOException when a file cannot
   */
  public static GateResult judge(GateOptions options) throws IOException {
    Budget budget = budget(options);
    Report report = ReportLoader.read(options.reports(), ReportMerger.ofBareStatements());
    List<String> marked = MarkedRequests.of(report);
    var judge = new GateEvaluator(report, budget, options.today());
    List<Violation> judged = judge.judge();
    var notes = new ArrayList<String>(judge.notes());
    notes.addAll(marked);
    List<Violation> breaches = Sources.locate(judged, options.sourceRoots(), notes);
    return new GateResult(
        breaches,
        report.totals.requests,
        judge.endpoints(),
        budget.source(),
        List.copyOf(notes),
        RunCategory.of(report.run.service));
  }

  private static Budget budget(GateOptions options) throws IOException {
    Path named = options.budget();
    if (named != null) {
      return BudgetFile.read(named);
    }
    return Files.exists(USUAL) ? BudgetFile.read(USUAL) : Budget.byDefault();
  }
}
