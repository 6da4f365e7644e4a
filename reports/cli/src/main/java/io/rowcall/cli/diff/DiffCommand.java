package io.rowcall.cli.diff;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rowcall.cli.InvalidInputException;
import io.rowcall.cli.ReportLoader;
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

/** {@code rowcall diff}: what got better, worse, new and gone from one run to another. */
@Command(
    name = "diff",
    description = {
      "Prints what got better, worse, new and gone since a run.",
      "Counts decide: an endpoint is worse when its"
          + " largest or its median request asks more queries, a finding when it repeats more, a"
          + " statement when one request executes it more often.",
      "Latencies inform: one is slower or faster when the 99 %% intervals of its median or of its"
          + " 95th percentile do not touch, and these differ by 10 %% and 1 ms or more; all else is"
          + " noise.",
      "Exits with 0 whatever differs; rowcall gate fails a build."
    },
    mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BASE", description = "A report, a folder, or - for stdin.")
  private String base = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The same, of the run to look at.")
  private String now = "";

  @Option(
      names = "--top",
      paramLabel = "ROWS",
      description = "Rows of each list. Default: ${DEFAULT-VALUE}",
      defaultValue = "20")
  private int top;

  @Option(names = "--json", description = "Print all of it as JSON, also what is the same.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new ParameterException(
          spec.commandLine(), "--top: expected 0 or more rows, found " + top);
    }
    if (base.equals("-") && now.equals("-")) {
      throw new InvalidInputException("expected BASE or NEW from stdin, found both");
    }
    Difference difference =
        Difference.of(ReportLoader.read(List.of(base)), ReportLoader.read(List.of(now)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      var mapper = JsonMapper.builder().build();
      out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(difference));
    } else {
      new DiffText(difference, top, out, spec.commandLine().getColorScheme().ansi()).print();
    }
    return 0;
  }
}
