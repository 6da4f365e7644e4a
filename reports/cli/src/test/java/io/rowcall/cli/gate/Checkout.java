package io.rowcall.cli.gate;

import io.rowcall.cli.Reports;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A folder that git knows, with sources, a budget and the report of a run. */
record Checkout(Path folder) {
  private static final String SOURCE = "src/main/java/io/acme/ContactService.java";

  static Checkout in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    var checkout = new Checkout(folder);
    checkout.add(SOURCE, "package io.acme;\n" + "// a line\n".repeat(60));
    return checkout;
  }

  Path add(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  GateResult judge(Report report, String budget) throws IOException {
    Path reports = Reports.write(report, folder.resolve("rowcall-a.json"));
    Path file = add("budget.yml", "version: 1\n" + budget);
    return Gate.judge(
        new GateOptions(
            file, List.of(reports.toString()), List.of(folder), LocalDate.of(2026, 6, 1)));
  }

  /** As many findings as asked for, of texts that every format has to escape. */
  static Report hostile(int findings) {
    Report report = Reports.withLoop(20);
    report.findings.clear();
    for (int i = 0; i < findings; i++) {
      Finding finding = Reports.withLoop(20 + i).findings.get(0);
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
