package io.rowcall.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall completion}: prints a script that completes rowcall's words in a shell. */
@Command(
    name = "completion",
    description = {
      "Prints a script that completes rowcall's words in a shell.",
      "Use it:  source <(rowcall completion bash)",
      "where rowcall is a function or script:  rowcall() { java -jar rowcall.jar \"$@\"; }"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  /** Picocli writes one script for both. */
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
    return Main.PASSED;
  }
}
