package io.rowcall.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.Report;
import io.rowcall.html.HtmlReport;
import io.rowcall.input.InvalidInputException;
import io.rowcall.input.ReportLoader;
import io.rowcall.text.JsonText;
import io.rowcall.text.NumberText;
import io.rowcall.text.TerminalText;
import java.io.IOException;
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
      "Writes a run, or a comparison of two, as one HTML page.",
      "The file works from disk and offline.",
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

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

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
    write(
        runs.size() == 2
            ? HtmlReport.comparing(ReportLoader.load(List.of(runs.get(0))), report)
            : HtmlReport.of(report));
    spec.commandLine().getOut().print(json ? asJson(report) : asText(report));
    return ExitCode.PASSED;
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

  private String asText(Report report) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %s of %s%s%n",
        TerminalText.line(out.toString()),
        NumberText.count(report.totals.requests, "request"),
        NumberText.count(report.findings.size(), "finding"),
        TerminalText.line(report.run.service),
        runs.size() == 2 ? ", compared with " + TerminalText.line(runs.get(0)) : "");
  }

  private String asJson(Report report) {
    ObjectNode summary = JsonText.JSON.createObjectNode().put("file", out.toString());
    if (runs.size() == 2) {
      summary.put("base", runs.get(0));
    }
    summary.put("service", report.run.service).put("requests", report.totals.requests);
    return JsonText.of(summary.put("findings", report.findings.size()));
  }
}
