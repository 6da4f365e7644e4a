package io.rowcall.load.output;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Report;
import io.rowcall.html.HtmlReport;
import io.rowcall.input.ReportLoader;
import io.rowcall.load.run.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes the pages of the agent's reports: one per form, and one that compares both. */
public final class Pages {
  private Pages() {}

  /**
   * Writes the pages next to the folders of reports, and returns their files.
   *
   * @param folder with one subfolder of reports per variant
   */
  public static List<Path> write(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    for (Variant variant : List.of(Variant.BASELINE, Variant.OPTIMIZED)) {
      files.add(write(folder, variant.label(), HtmlReport.of(load(folder, variant))));
    }
    Report before = load(folder, Variant.BASELINE);
    Report after = load(folder, Variant.OPTIMIZED);
    // As if the optimized form had replaced the other one: both under one name.
    rename(before, name -> name.replace(" /baseline/", " /"));
    rename(after, name -> name.replaceFirst("/optimized$", ""));
    files.add(write(folder, "comparison", HtmlReport.comparing(before, after)));
    return files;
  }

  private static Report load(Path folder, Variant variant) throws IOException {
    return ReportLoader.load(List.of(folder.resolve(variant.label()).toString()));
  }

  private static Path write(Path folder, String name, String html) throws IOException {
    return Files.writeString(folder.resolve(name + ".html"), html);
  }

  private static void rename(Report report, UnaryOperator<String> rename) {
    for (Endpoint endpoint : report.endpoints) {
      endpoint.name = rename.apply(endpoint.name);
    }
    report.findings.forEach(finding -> finding.endpoint = rename.apply(finding.endpoint));
    report.slowQueries.forEach(query -> query.endpoint = rename.apply(query.endpoint));
    report.slowRequests.forEach(request -> request.endpoint = rename.apply(request.endpoint));
  }
}
