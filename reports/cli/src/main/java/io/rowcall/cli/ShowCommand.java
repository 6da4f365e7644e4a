package io.rowcall.cli;

import io.rowcall.format.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rowcall show}: what a run did, the findings first. */
@Command(
    name = "show",
    description = {
      "Prints what reports say, the largest saving first.",
      "Findings, endpoints, statements, caches, pools, and what was slow."
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
      description = "Only what belongs to endpoints with this text in their name.")
  private String endpoint = "";

  @Option(
      names = "--statement",
      paramLabel = "TEXT",
      description = "Only what belongs to statements with this text, or of this id.")
  private String statement = "";

  @Option(
      names = "--min-queries",
      paramLabel = "COUNT",
      description = "Only endpoints with a request of so many queries, and what belongs to them.")
  private long minQueries;

  @Option(
      names = "--full",
      description = {
        "Everything that is known of each finding: its SQL, both lines and their callers, the"
            + " evidence, all of the advice. Nothing is cut."
      })
  private boolean full;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Cut SQL at the end of a line there. Default: as wide as the terminal, or 120")
  private int width;

  @Option(
      names = "--json",
      description = "Print the joined report as JSON, all rows of what was asked for.")
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
    Report report = ReportLoader.read(reports.asWritten());
    var selection = new ReportFilter(report, endpoint, statement, minQueries);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      MergeCommand.printTo(out, selection.asReport());
    } else {
      int columns = TerminalWidth.of(width, System.getenv("COLUMNS"));
      Ansi ansi = spec.commandLine().getColorScheme().ansi();
      new ShowText(report, selection, top, columns, full, out, ansi).print();
    }
    return Main.PASSED;
  }
}
