package io.rowcall.cli;

import io.rowcall.input.InvalidInputException;
import io.rowcall.text.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall mark}: marks the end of the warm-up of running services. */
@Command(
    name = "mark",
    description = {
      "Marks the end of the warm-up for all agents that write to a folder: gate and budget use only"
          + " requests that start later.",
      "Run it between warm-up and load; it returns once the agents have noticed."
    },
    mixinStandardHelpOptions = true)
final class MarkCommand implements Callable<Integer> {
  /** Ten times the interval at which agents check the mark. */
  private static final long WAIT_MILLIS = 1_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The folder that the agents write to. Default: ${DEFAULT-VALUE}",
      defaultValue = "rowcall-reports")
  private Path folder = Path.of("rowcall-reports");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          folder
              + ": expected the report folder of the agents, found none."
              + " It is created with the first request.");
    }
    Path mark = folder.resolve("mark");
    Instant now = Instant.now();
    Files.writeString(mark, now + "\n");
    Files.setLastModifiedTime(mark, FileTime.from(now));
    Thread.sleep(WAIT_MILLIS);
    spec.commandLine()
        .getOut()
        .print(
            json
                ? "{\"marked\" : \"" + now + "\"}\n"
                : TerminalText.line(
                        folder + ": gate and budget use requests that start after " + now)
                    + "\n");
    return ExitCode.PASSED;
  }
}
