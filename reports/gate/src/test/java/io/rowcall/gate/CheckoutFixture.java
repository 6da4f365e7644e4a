package io.rowcall.gate;

import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A git checkout with a source file, a budget and the report of a run. */
public record CheckoutFixture(Path folder) {
  private static final String SOURCE = "src/main/java/io/acme/ContactService.java";
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  public static CheckoutFixture create(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    var checkout = new CheckoutFixture(folder);
    checkout.write(SOURCE, "package io.acme;\n" + "// a line\n".repeat(60));
    return checkout;
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /**
   * Evaluates a run.
   *
   * @param budget without its first line, the version
   */
  public GateResult evaluate(Report report, String budget) throws IOException {
    Path reportFile = SampleReports.write(report, folder.resolve("rowcall-a.json"));
    Path budgetFile = write("budget.yml", "version: 1\n" + budget);
    return Gate.evaluate(
        new GateOptions(budgetFile, List.of(reportFile.toString()), List.of(folder), TODAY));
  }

  /** A report whose texts need escaping in every format. */
  public static Report hostile(int findings) {
    Report report = SampleReports.withLoop(20);
    report.findings.clear();
    for (int i = 0; i < findings; i++) {
      Finding finding = SampleReports.withLoop(20 + i).findings.get(0);
      finding.id = String.format(Locale.ROOT, "%016x", i);
      finding.endpoint = "GET /50%,a:b|c'd]<e>&\"f\"/{id}";
      finding.sentence = "N+1: 'x' | 100% [y], a::b \n\r\t \u0001\u0085 \uFFFE é 😀 ]]> <br> @all";
      finding.advice = "Fetch <them>\nwith one | query.";
      if (finding.statement != null) {
        finding.statement.id = finding.id;
        finding.statement.sql = "SELECT \"a|b\", 'c' FROM `d` WHERE e < ? /* 100% */";
      }
      report.findings.add(finding);
    }
    return report;
  }
}
