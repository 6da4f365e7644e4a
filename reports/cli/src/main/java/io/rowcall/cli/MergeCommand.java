package io.rowcall.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rowcall.format.Report;
import io.rowcall.format.ReportJson;
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

/** {@code rowcall merge}: writes the reports of many instances as one. */
@Command(
    name = "merge",
    description = {
      "Writes many reports as one, without loss.",
      "Counts and times add up, and so do histograms, in any order and any number of steps. What a"
          + " newer version has written stays in it."
    },
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Mixin private ReportPaths reports = new ReportPaths();

  @Option(names = "--out", description = "The file to write or replace. Default: stdout.")
  private @Nullable Path out;

  @Option(names = "--json", description = "With --out, say what was written as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path file = out;
    if (file != null) {
      refuseToCountTwice(file.toAbsolutePath().normalize());
    }
    Report report = ReportLoader.read(reports.asWritten());
    PrintWriter say = spec.commandLine().getOut();
    if (file == null) {
      printTo(say, report);
    } else {
      replace(file, report);
      say.println(json ? asJson(file, report) : asText(file, report));
    }
    return Main.PASSED;
  }

  /** A joined report beside its parts would be joined with them the next time. */
  private void refuseToCountTwice(Path file) {
    for (String path : ReportLoader.orDefault(reports.asWritten())) {
      Path folder = Path.of(path).toAbsolutePath().normalize();
      if (!path.equals("-") && Files.isDirectory(folder) && file.startsWith(folder)) {
        throw new InvalidInputException(
            "--out "
                + out
                + ": expected a file outside of "
                + path
                + ", found one in it: the next command that reads the folder would count all twice.");
      }
    }
  }

  static void printTo(PrintWriter out, Report report) throws IOException {
    ReportJson.write(report, out);
    out.println();
  }

  /** All of it or nothing. */
  private static void replace(Path file, Report report) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new InvalidInputException("--out " + file + ": expected a file, found a folder");
    }
    if (!Files.isDirectory(folder)) { // Which Java 17 fails to see of a link to one.
      Files.createDirectories(folder);
    }
    Path part = Files.createTempFile(folder, ".rowcall-", ".part");
    try {
      try (var stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        ReportJson.write(report, stream);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String asText(Path file, Report report) {
    return String.format(
        Locale.ROOT,
        "%s: %d requests of %d endpoints, %d findings of %s",
        TerminalText.line(file.toString()),
        report.totals.requests,
        report.endpoints.size(),
        report.findings.size(),
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
