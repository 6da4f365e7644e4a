package io.rowcall.cli;

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

/** {@code rowcall mark}: ends the warm-up of running services. */
@Command(
    name = "mark",
    description = {
      "Tells the agents that write into a folder that their services are warm: gate and budget read"
          + " the requests that begin from now on.",
      "Run it after the warm-up and before the load; it returns when agents know."
    },
    mixinStandardHelpOptions = true)
final class MarkCommand implements Callable<Integer> {
  /** Agents look every 100 ms. */
  private static final long WAIT_MILLIS = 1_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Where the agents write their reports. Default: ${DEFAULT-VALUE}",
      defaultValue = "rowcall-reports")
  private Path folder = Path.of("rowcall-reports");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          folder
              + ": expected the folder that agents write their reports into, found none."
              + " They make it with the first request.");
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
                : TerminalText.line(folder + ": gate and budget read what begins after " + now)
                    + "\n");
    return Main.PASSED;
  }
}
