package io.rowcall.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rowcall.diff.DiffText;
import io.rowcall.diff.Difference;
import io.rowcall.input.InvalidInputException;
import io.rowcall.input.ReportLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall diff}: compares two runs. */
@Command(
    name = "diff",
    description = {
      "Prints what got better, worse, new or gone compared to another run.",
      "Counts decide: an endpoint is worse if its largest or median request executes more queries,"
          + " a finding if it repeats more often, a statement if one request executes it more"
          + " often.",
      "Latency informs: an endpoint is slower or faster if the 99 %% confidence intervals of its"
          + " median or 95th percentile do not overlap, and these differ by at least 10 %% and 1"
          + " ms. Everything else is noise.",
      "Always exits with 0; use rowcall gate to fail a build."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "The run to compare with: a report, a folder, or - for stdin.")
  private String base = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The run to look at.")
  private String current = "";

  @Option(
      names = "--top",
      paramLabel = "ROWS",
      description = "Rows of each list. Default: ${DEFAULT-VALUE}",
      defaultValue = "20")
  private int top;

  @Option(names = "--json", description = "Print everything as JSON, including what is the same.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new ParameterException(
          spec.commandLine(), "--top: expected 0 or more rows, found " + top);
    }
    if (base.equals("-") && current.equals("-")) {
      throw new InvalidInputException("expected BASE or NEW from stdin, found both");
    }
    Difference difference =
        Difference.between(ReportLoader.load(List.of(base)), ReportLoader.load(List.of(current)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      var mapper = JsonMapper.builder().build();
      out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(difference));
    } else {
      DiffText.print(difference, top, out, AnsiStyle.of(spec.commandLine()));
    }
    return ExitCode.PASSED;
  }
}
