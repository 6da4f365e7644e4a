package io.rowcall.cli;

import io.rowcall.format.Report;
import io.rowcall.input.ReportLoader;
import io.rowcall.show.ReportFilter;
import io.rowcall.show.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rowcall show}: prints a report. */
@Command(
    name = "show",
    description = {
      "Prints reports, the largest saving first.",
      "Lists findings, endpoints, statements, caches, pools, slow queries and slow requests."
    },
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Mixin private ReportPaths reports = new ReportPaths();

  @Option(
      names = "--top",
      paramLabel = "ROWS",
      description = "Rows of each list. Default: ${DEFAULT-VALUE}",
      defaultValue = "20")
  private int top;

  @Option(
      names = "--endpoint",
      paramLabel = "TEXT",
      description = "Only endpoints with this text in their name.")
  private String endpoint = "";

  @Option(
      names = "--statement",
      paramLabel = "TEXT",
      description = "Only statements that contain this text, or have this id.")
  private String statement = "";

  @Option(
      names = "--min-queries",
      paramLabel = "COUNT",
      description = "Only endpoints with at least this many queries in one request.")
  private long minQueries;

  @Option(
      names = "--full",
      description = {
        "Print each finding in full: SQL, call sites and their callers, evidence and advice."
            + " Nothing is truncated."
      })
  private boolean full;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Truncate SQL to this line width. Default: the width of the terminal, or 120")
  private int width;

  @Option(
      names = "--json",
      description = "Print the merged report as JSON, with all rows that match.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (width < 0) {
      throw new ParameterException(
          spec.commandLine(), "--width: expected a number of columns, found " + width);
    }
    if (top < 0) {
      throw new ParameterException(
          spec.commandLine(), "--top: expected 0 or more rows, found " + top);
    }
    Report report = ReportLoader.load(reports.paths());
    var filter = new ReportFilter(report, endpoint, statement, minQueries);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      MergeCommand.printTo(out, filter.apply());
    } else {
      int lineWidth = TerminalWidth.of(width, System.getenv("COLUMNS"));
      var options = new ReportText.Options(top, lineWidth, full);
      ReportText.print(report, filter, options, out, AnsiStyle.of(spec.commandLine()));
    }
    return ExitCode.PASSED;
  }
}
