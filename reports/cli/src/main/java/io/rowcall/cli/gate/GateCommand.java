package io.rowcall.cli.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall gate}: passes or fails a run. */
@Command(
    name = "gate",
    description = "Holds reports to a budget; exits with 1 when they do not keep it.",
    mixinStandardHelpOptions = true)
public final class GateCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Reports, folders of reports, or - for stdin. Default: rowcall-reports")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--budget",
      description = "The budget. Default: rowcall-budget.yml if there is one, else the defaults.")
  private @Nullable Path budget;

  @Option(names = "--json", description = "Print the verdict as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Verdict verdict = Gate.judge(GateOptions.of(budget, paths));
    spec.commandLine().getOut().print(verdict.render(json ? "json" : "text"));
    return verdict.exitCode();
  }
}
