package io.rowcall.cli;

import io.rowcall.format.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
      names = "--json",
      description = "Print the joined report as JSON, all rows of what was asked for.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new ParameterException(
          spec.commandLine(), "--top: expected 0 or more rows, found " + top);
    }
    Report report = Input.read(reports.asWritten());
    var selection = new Selection(report, endpoint, statement, minQueries);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      MergeCommand.printTo(out, selection.asReport());
    } else {
      new ShowText(report, selection, top, out, spec.commandLine().getColorScheme().ansi()).print();
    }
    return Main.PASSED;
  }
}
