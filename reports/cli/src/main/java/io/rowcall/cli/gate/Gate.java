package io.rowcall.cli.gate;

import io.rowcall.cli.BadInput;
import io.rowcall.cli.Input;
import io.rowcall.cli.join.Joined;
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
   * @throws BadInput when the budget cannot be used, or there is no report at all
   * @throws ReportException when a report cannot be read
   * @throws IOException when a file cannot
   */
  public static Verdict judge(GateOptions options) throws IOException {
    Budget budget = budget(options);
    Report report = Input.read(options.reports(), Joined.ofBareStatements());
    List<String> marked = MarkedPart.of(report);
    var judge = new Judge(report, budget, options.today());
    List<Breach> judged = judge.judge();
    var notes = new ArrayList<String>(judge.notes());
    notes.addAll(marked);
    List<Breach> breaches = Sources.locate(judged, options.sourceRoots(), notes);
    return new Verdict(
        breaches,
        report.totals.requests,
        judge.endpoints(),
        budget.source(),
        List.copyOf(notes),
        Category.of(report.run.service));
  }

  private static Budget budget(GateOptions options) throws IOException {
    Path named = options.budget();
    if (named != null) {
      return BudgetFile.read(named);
    }
    return Files.exists(USUAL) ? BudgetFile.read(USUAL) : Budget.byDefault();
  }
}
