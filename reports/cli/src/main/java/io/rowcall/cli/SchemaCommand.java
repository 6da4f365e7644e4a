package io.rowcall.cli;

import io.rowcall.format.ReportSchema;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rowcall schema}: prints the JSON Schema of report files. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of report files.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Option(names = "--json", description = "No effect: a schema is JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    spec.commandLine().getOut().print(ReportSchema.text());
    return ExitCode.PASSED;
  }
}
