package io.rowcall.cli.gate;

import io.rowcall.cli.ReportPaths;
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
    description = "Holds reports to a budget; exits with 1 when they do not keep it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the run keeps the budget; warnings do not fail it",
      "1:the run does not keep it, or shows too little",
      "2:bad usage, or a budget or report that cannot be read",
      "3:a fault of Rowcall itself"
    })
public final class GateCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Mixin private ReportPaths reports = new ReportPaths();

  @Option(
      names = "--budget",
      paramLabel = "FILE",
      description = "The budget. Default: rowcall-budget.yml if there is one, else the defaults.")
  private @Nullable Path budget;

  @Option(
      names = "--output",
      paramLabel = "NAME[=FILE]",
      description = {
        "A format, and where to write it; - or nothing is stdout. Repeatable. One of github,"
            + " github-summary, gitlab, jenkins, json, junit, sarif, teamcity, text. Default: text.",
      })
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--source-root",
      paramLabel = "FOLDER",
      description =
          "Where to look for the sources of call sites. Repeatable; the first that has a class wins."
              + " Default: the working folder")
  private List<Path> sourceRoots = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description =
          "Keeps the results of several gates of one commit apart (SARIF, JUnit)."
              + " Default: the service, where the reports are of one.")
  private String category = "";

  @Option(names = "--json", description = "The same as --output json.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var words = new ArrayList<>(outputs);
    if (json) {
      words.add(OutputFormat.JSON.word());
    }
    List<OutputTarget> targets = OutputTarget.of(words, System.getenv("GITHUB_STEP_SUMMARY"));
    GateResult verdict =
        Gate.judge(GateOptions.of(budget, reports.asWritten()).withSources(sourceRoots));
    if (!category.isBlank()) {
      verdict = verdict.ofCategory(category);
    }
    PrintWriter out = spec.commandLine().getOut();
    for (OutputTarget target : targets) {
      target.write(verdict, out);
    }
    return verdict.exitCode();
  }
}
