package io.rowcall.cli;

import io.rowcall.gate.Gate;
import io.rowcall.gate.GateOptions;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.output.OutputFormat;
import io.rowcall.gate.output.OutputTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rowcall gate}: passes or fails a run. */
@Command(
    name = "gate",
    description = "Checks reports against a budget; exits with 1 if they exceed it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the run keeps the budget; warnings do not fail it",
      "1:the run exceeds the budget, or is too small to tell",
      "2:invalid usage, budget or report",
      "3:an internal error of Rowcall"
    })
final class GateCommand implements Callable<Integer> {
  /** Names of the formats of {@code --output}, for completion and help. */
  static final class OutputNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    OutputNames() {
      super(OutputFormat.names());
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Mixin private ReportPaths reports = new ReportPaths();

  @Option(
      names = "--budget",
      paramLabel = "FILE",
      description = "The budget. Default: rowcall-budget.yml if it exists, else the default rules.")
  private @Nullable Path budget;

  @Option(
      names = "--output",
      paramLabel = "NAME[=FILE]",
      completionCandidates = OutputNames.class,
      description = {
        "An output format, and the file to write; without a file or with -, stdout. Repeatable. One"
            + " of ${COMPLETION-CANDIDATES}. Default: text.",
      })
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--source-root",
      paramLabel = "FOLDER",
      description =
          "Where to look for the source of call sites. Repeatable; the first folder with the class"
              + " wins. Default: the working folder")
  private List<Path> sourceRoots = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description =
          "Distinguishes several gates of the same commit (SARIF, JUnit). Default: the name of the"
              + " service, if all reports have the same.")
  private String category = "";

  @Option(names = "--json", description = "Same as --output json.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var names = new ArrayList<>(outputs);
    if (json) {
      names.add(OutputFormat.JSON.formatName());
    }
    List<OutputTarget> targets = OutputTarget.parse(names, System.getenv("GITHUB_STEP_SUMMARY"));
    GateResult result =
        Gate.evaluate(GateOptions.of(budget, reports.paths()).withSourceRoots(sourceRoots));
    if (!category.isBlank()) {
      result = result.withCategory(category);
    }
    PrintWriter out = spec.commandLine().getOut();
    for (OutputTarget target : targets) {
      target.write(result, out);
    }
    return result.exitCode();
  }
}
