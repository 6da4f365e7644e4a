package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.ReportJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShowCommandTest {
  @TempDir private Path folder;

  @Test
  void printsFindingsEndpointsAndStatements() throws IOException {
    Reports.write(Reports.withLoop(20), folder.resolve("rowcall-a.json"));
    Run run = rowcall("show", folder);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("N+1: SELECT activity ×19 at ContactService.java:42."), run::all);
    assertTrue(run.out().contains("Endpoints: showing 1 of 1"), run::all);
    assertTrue(run.out().contains(Reports.SQL), run::all);
  }

  @Test
  void saysHowManyItLeavesOut() throws IOException {
    var report = Reports.healthy();
    for (int i = 0; i < 30; i++) {
      var endpoint = Reports.healthy().endpoints.get(0);
      endpoint.name = "GET /" + i;
      report.endpoints.add(endpoint);
    }
    Reports.write(report, folder.resolve("rowcall-a.json"));
    Run run = rowcall("show", "--top", "5", folder);
    assertTrue(run.out().contains("Endpoints: showing 5 of 31"), run::all);
  }

  @Test
  void printsAReportThatCanBeReadAgain() throws IOException {
    Reports.write(Reports.withLoop(20), folder.resolve("rowcall-a.json"));
    Run run = rowcall("show", "--json", folder);
    var read =
        ReportJson.read(
            "stdout", new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)));
    assertEquals(20, read.endpoints.get(0).executions.max);
  }

  @Test
  void fitsItsHelpOnOneScreen() {
    Run run = rowcall("--help");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().lines().count() <= 24, run::all);
  }

  @Test
  void refusesAnUnknownCommandWithExitCodeTwo() {
    assertEquals(2, rowcall("sow").exitCode());
  }
}
