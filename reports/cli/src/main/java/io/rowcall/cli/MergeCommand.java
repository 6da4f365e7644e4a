package io.rowcall.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.input.InvalidInputException;
import io.rowcall.input.ReportLoader;
import io.rowcall.text.NumberText;
import io.rowcall.text.TerminalText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rowcall merge}: merges the reports of many instances into one. */
@Command(
    name = "merge",
    description = {
      "Merges many reports into one, without loss.",
      "Counts, times and histograms add up, in any order and any number of steps. Fields of newer"
          + " versions are preserved."
    },
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Mixin private ReportPaths reports = new ReportPaths();

  @Option(names = "--out", description = "The file to create or replace. Default: stdout.")
  private @Nullable Path outFile;

  @Option(names = "--json", description = "With --out, print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path file = outFile;
    if (file != null) {
      rejectInputFolder(file.toAbsolutePath().normalize());
    }
    Report report = ReportLoader.load(reports.paths());
    PrintWriter out = spec.commandLine().getOut();
    if (file == null) {
      printTo(out, report);
    } else {
      replace(file, report);
      out.println(json ? asJson(file, report) : asText(file, report));
    }
    return ExitCode.PASSED;
  }

  /** A merged report among its parts would be merged with them the next time. */
  private void rejectInputFolder(Path file) {
    for (String path : ReportLoader.orDefault(reports.paths())) {
      Path folder = Path.of(path).toAbsolutePath().normalize();
      if (!path.equals("-") && Files.isDirectory(folder) && file.startsWith(folder)) {
        throw new InvalidInputException(
            "--out "
                + outFile
                + ": expected a file outside of "
                + path
                + ", found one inside: the next command would count its requests twice.");
      }
    }
  }

  static void printTo(PrintWriter out, Report report) throws IOException {
    ReportWriter.write(report, out);
    out.println();
  }

  /** Atomic: the old file stays if the report cannot be written. */
  private static void replace(Path file, Report report) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new InvalidInputException("--out " + file + ": expected a file, found a folder");
    }
    // On Java 17, createDirectories fails for a symbolic link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path part = Files.createTempFile(folder, ".rowcall-", ".part");
    try {
      try (var stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        ReportWriter.write(report, stream);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String asText(Path file, Report report) {
    return String.format(
        Locale.ROOT,
        "%s: %s to %s, %s of %s",
        TerminalText.line(file.toString()),
        NumberText.count(report.totals.requests, "request"),
        NumberText.count(report.endpoints.size(), "endpoint"),
        NumberText.count(report.findings.size(), "finding"),
        TerminalText.line(report.run.service));
  }

  private static String asJson(Path file, Report report) throws IOException {
    var mapper = JsonMapper.builder().build();
    var root =
        mapper
            .createObjectNode()
            .put("file", file.toString())
            .put("service", report.run.service)
            .put("requests", report.totals.requests)
            .put("endpoints", report.endpoints.size())
            .put("statements", report.statements.size())
            .put("findings", report.findings.size());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
