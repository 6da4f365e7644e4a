package io.rowcall.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rowcall.diff.Difference;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.input.InvalidInputException;
import io.rowcall.input.ReportLoader;
import io.rowcall.page.Page;
import io.rowcall.text.NumberText;
import io.rowcall.text.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall html}: writes a page that shows one run, or compares two. */
@Command(
    name = "html",
    description = {
      "Writes one HTML file that shows a run, or compares two. It works from disk and offline.",
      "One path is the run to show. Two paths are BASE and NEW, as in rowcall diff. Several"
          + " instances of one run belong into one folder."
    },
    mixinStandardHelpOptions = true)
final class HtmlCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "[BASE] RUN",
      hideParamSyntax = true,
      arity = "0..*",
      description =
          "A report, a folder of reports, or - for stdin; two of them to compare."
              + " Default: rowcall-reports")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to create or replace. Default: ${DEFAULT-VALUE}",
      defaultValue = "rowcall.html")
  private Path out = Path.of("rowcall.html");

  @Override
  public Integer call() throws IOException {
    if (runs.size() > 2) {
      throw new InvalidInputException(
          "expected a run, or BASE and NEW, found "
              + runs.size()
              + " paths. Put the reports of one run into a folder, or use rowcall merge");
    }
    if (runs.size() == 2 && runs.get(0).equals("-") && runs.get(1).equals("-")) {
      throw new InvalidInputException("expected BASE or NEW from stdin, found both");
    }
    Report report =
        ReportLoader.load(runs.isEmpty() ? List.of() : List.of(runs.get(runs.size() - 1)));
    var page = new Page().embed("report", stream -> write(report, stream));
    if (runs.size() == 2) {
      Report base = ReportLoader.load(List.of(runs.get(0)));
      Difference difference = Difference.between(base, report);
      reduce(base);
      page.embed("base", stream -> write(base, stream));
      page.embed(
          "difference", stream -> JsonMapper.builder().build().writeValue(stream, difference));
    }
    write(page.html());
    spec.commandLine().getOut().println(summary(report));
    return ExitCode.PASSED;
  }

  /** Leaves what the page shows of a base; the difference has the rest. */
  private static void reduce(Report base) {
    base.statements = List.of();
    base.slowQueries = List.of();
    base.slowRequests = List.of();
    for (Endpoint endpoint : base.endpoints) {
      endpoint.statements = List.of();
    }
  }

  /** On one line, which a browser parses faster. Unpaired surrogates become question marks. */
  private static void write(Report report, OutputStream stream) throws IOException {
    stream.write(ReportWriter.text(report).getBytes(StandardCharsets.UTF_8));
  }

  private void write(String html) throws IOException {
    if (Files.isDirectory(out)) {
      throw new InvalidInputException("--out " + out + ": expected a file, found a folder");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Files.writeString(out, html);
  }

  private String summary(Report report) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %s of %s%s",
        TerminalText.line(out.toString()),
        NumberText.count(report.totals.requests, "request"),
        NumberText.count(report.findings.size(), "finding"),
        TerminalText.line(report.run.service),
        runs.size() == 2 ? ", compared with " + TerminalText.line(runs.get(0)) : "");
  }
}
