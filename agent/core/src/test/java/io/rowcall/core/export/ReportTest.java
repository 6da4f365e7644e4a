package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.record.Script;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
  @TempDir private Path folder;

  @Test
  void reportsExactTotals() throws IOException {
    Report report =
        written(
            script -> {
              script.request("/contacts/7", () -> loop(10));
              script.request("/contacts/8", () -> loop(12));
              execute("SELECT * FROM shops", 1);
            });
    assertEquals("rowcall-report/1", report.schema);
    assertEquals("shop", report.run.service);
    assertEquals(2, report.totals.requests);
    assertEquals(25, report.totals.executions);
    assertEquals(1, report.totals.unattributedExecutions);
    assertEquals(0, report.totals.suppressedErrors);
    assertEquals(1, report.totals.findings);
    assertEquals("GET /contacts/{id}", report.endpoints.get(0).name);
    assertEquals(11, report.endpoints.get(0).executions.min);
    assertEquals(13, report.endpoints.get(0).executions.max);
    assertEquals(3, report.statements.size());
  }

  @Test
  void reportsHistogramsAndExactSumsForMerging() throws Exception {
    Report report =
        written(
            script -> {
              script.request("/contacts/7", () -> loop(10));
              script.request("/contacts/8", () -> loop(12));
            });
    var endpoint = report.endpoints.get(0);
    var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(endpoint.executions.histogram));
    var executions = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    assertEquals(1, executions.getCountAtValue(11));
    assertEquals(1, executions.getCountAtValue(13));
    assertEquals(2, executions.getTotalCount());
    assertEquals(endpoint.latencyMillis.mean * 2, endpoint.latencyMillis.total, 1e-6);
    for (var statement : report.statements) {
      assertEquals(statement.millis, statement.latencyMillis.total);
    }
    assertEquals(0, report.totals.overflowedFindings);
    assertEquals(0, report.totals.droppedLogLines);
  }

  @Test
  void sumsTheSavingsOfEachEndpoint() throws IOException {
    Report report =
        written(
            script -> {
              script.request("/contacts", () -> loop(25));
              script.request("/shops", () -> execute("SELECT * FROM shops", 1));
            });
    var contacts = report.endpoints.get(0);
    assertEquals(24, contacts.avoidableExecutions);
    assertEquals(report.findings.get(0).avoidableMillis, contacts.avoidableMillis);
    double millis = contacts.latencyMillis.mean * contacts.requests;
    assertEquals(
        Math.min(100, 100 * contacts.avoidableMillis / millis), contacts.potentialPercent, 1e-9);
    assertTrue(contacts.potentialPercent > 0);
    assertEquals(0, report.endpoints.get(1).potentialPercent);
    for (var statement : report.statements) {
      boolean ofShops = statement.tables.contains("SHOPS");
      assertEquals(List.of(ofShops ? "GET /shops" : "GET /contacts"), statement.endpoints);
    }
  }

  @Test
  void describesAFindingInASentenceAndItsSavingApart() throws IOException {
    Finding finding = written(s -> s.request("/contacts", () -> loop(25))).findings.get(0);
    assertEquals("n+1-select", finding.type);
    assertEquals("confirmed", finding.verdict);
    assertEquals(
        "N+1: SELECT ACTIVITY ×25 (25 distinct binds), for the 25 rows of SELECT CONTACT."
            + " Fetch them with one IN query: SELECT … FROM ACTIVITY WHERE contact_id IN (…).",
        finding.sentence);
    assertTrue(finding.saving.startsWith("24 round trips, ~"), finding.saving);
    assertEquals(24, finding.avoidableExecutions);
    assertEquals(25, requireNonNull(finding.parent).rows);
  }

  @Test
  void keepsTheIdOfAFindingFromRunToRun() throws IOException {
    Report first = written(s -> s.request("/contacts", () -> loop(10)));
    for (Path file : Recorded.files(folder)) {
      Files.delete(file);
    }
    Report other = written(s -> s.request("/contacts", () -> loop(30)));
    assertEquals(first.findings.get(0).id, other.findings.get(0).id);
  }

  @Test
  void isReadableByItsOwnerOnlyAndLeavesNoOtherFile() throws IOException {
    written(s -> s.request("/contacts", () -> loop(3)));
    List<Path> files = Recorded.files(folder);
    assertEquals(1, files.size());
    String name = files.get(0).getFileName().toString();
    assertTrue(name.matches("rowcall-shop-\\d+-\\d{8}-\\d{6}-[0-9a-f]{8}\\.json"), name);
    assertEquals(
        PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(files.get(0)));
  }

  @Test
  void isNotWrittenWhenNothingWasRecorded() throws IOException {
    assertNull(Recorded.report(folder.resolve("none"), script -> {}));
  }

  @Test
  void survivesAFolderThatCannotBeCreated() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    Recorded.run(
        "report.dir=" + file.resolve("reports"), s -> s.request("/contacts", () -> loop(3)));
    assertEquals(List.of(file), Recorded.files(folder));
  }

  @Test
  void logsARequestAsALineOfJson() throws IOException {
    Path log = folder.resolve("logs/requests.log");
    Recorded.run("report.dir=,log.requests=" + log, s -> s.request("/contacts", () -> loop(3)));
    List<String> lines = Files.readAllLines(log);
    assertEquals(1, lines.size());
    assertTrue(
        lines
            .get(0)
            .matches(
                "\\{\"timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\","
                    + "\"requestId\":\"[0-9a-f-]{36}\",\"endpoint\":\"GET /contacts\","
                    + "\"method\":\"GET\",\"responseTime\":[0-9.E-]+,\"statusCode\":200,"
                    + "\"cacheHit\":false,\"queryCount\":4,\"userId\":null}"),
        lines.get(0));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void survivesAFullDisk() throws IOException {
    Report report =
        Recorded.report(
            folder,
            "log.requests=/dev/full",
            script -> {
              for (int i = 0; i < 2_000; i++) {
                script.request("/contacts", () -> loop(3));
              }
            });
    assertEquals(2_000, requireNonNull(report).totals.requests);
    assertEquals(2_000, report.totals.droppedLogLines);
    assertEquals(0, report.totals.suppressedErrors);
  }

  private Report written(java.util.function.Consumer<Script> work) throws IOException {
    Report report = Recorded.report(folder, work);
    assertNotNull(report);
    return requireNonNull(report);
  }

  private static void loop(int rows) {
    execute("SELECT id FROM contact", rows);
    for (int i = 0; i < rows; i++) {
      execute("SELECT * FROM activity WHERE contact_id = ?", 1, i);
    }
  }
}
