package io.rowcall.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall completion}: prints a shell completion script. */
@Command(
    name = "completion",
    description = {
      "Prints a completion script for a shell.",
      "Usage:  source <(rowcall completion bash)",
      "with rowcall as a function or script:  rowcall() { java -jar rowcall.jar \"$@\"; }"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  /** Picocli generates one script for both. */
  enum Shell {
    bash,
    zsh
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private Shell shell;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (shell == Shell.zsh) {
      out.print("autoload -U +X compinit && compinit\n");
    }
    out.print(AutoComplete.bash("rowcall", spec.root().commandLine()).replace("\r\n", "\n"));
    return ExitCode.PASSED;
  }
}
