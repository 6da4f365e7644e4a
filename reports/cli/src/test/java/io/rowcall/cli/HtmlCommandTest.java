package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.format.Report;
import io.rowcall.format.read.ReportReader;
import io.rowcall.gate.SampleReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlCommandTest {
  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void choosePage() {
    page = folder.resolve("pages").resolve("run.html");
  }

  @Test
  void writesOneFileWithTheWholeReport() throws IOException {
    Path report = SampleReports.write(SampleReports.withLoop(502), folder.resolve("run.json"));
    Run run = rowcall("html", report, "--out", page);
    assertEquals(0, run.exitCode(), run::all);
    assertEquals(page + ": 1 request, 1 finding of sample\n", run.out());
    Report shown = ReportReader.read("page", embedded("report"));
    assertEquals(SampleReports.SQL, shown.statements.get(0).sql);
    assertEquals(501, shown.findings.get(0).repeats.max);
    assertFalse(Files.readString(page).contains("id=\"rowcall-base\""));
  }

  @Test
  void mergesTheReportsOfAFolder() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    SampleReports.write(SampleReports.withLoop(20), run.resolve("rowcall-a.json"));
    SampleReports.write(SampleReports.withLoop(30), run.resolve("rowcall-b.json"));
    assertEquals(0, rowcall("html", run, "--out", page).exitCode());
    assertEquals(2, ReportReader.read("page", embedded("report")).totals.requests);
  }

  @Test
  void comparesTwoRunsAsDiffDoes() throws IOException {
    Path base = SampleReports.write(SampleReports.withLoop(20), folder.resolve("base.json"));
    Path current = SampleReports.write(SampleReports.healthy(), folder.resolve("new.json"));
    Run run = rowcall("html", base, current, "--out", page);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("0 findings of sample, compared with " + base), run::all);
    var mapper = new ObjectMapper();
    JsonNode difference = mapper.readTree(embedded("difference"));
    assertEquals(mapper.readTree(rowcall("diff", base, current, "--json").out()), difference);
    assertEquals("gone", difference.at("/findings/0/change").asText());
    assertEquals(0, ReportReader.read("page", embedded("report")).findings.size());
    assertEquals(1, ReportReader.read("page", embedded("base")).findings.size());
  }

  @Test
  void printsItsSummaryAsJson() throws IOException {
    Path report = SampleReports.write(SampleReports.withLoop(20), folder.resolve("run.json"));
    Run run = rowcall("html", report, "--out", page, "--json");
    JsonNode summary = new ObjectMapper().readTree(run.out());
    assertEquals(page.toString(), summary.path("file").asText());
    assertEquals(1, summary.path("findings").asInt());
  }

  @Test
  void replacesAPage() throws IOException {
    Path report = SampleReports.write(SampleReports.healthy(), folder.resolve("run.json"));
    Files.createDirectories(page.getParent());
    Files.writeString(page, "old");
    assertEquals(0, rowcall("html", report, "--out", page).exitCode());
    assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
  }

  @Test
  void keepsHostileTextOutOfTheDocument() throws IOException {
    Report hostile = SampleReports.withLoop(20);
    String text = "</script><img src=x onerror=alert(1)>\ud800 ${x} $1 \\";
    hostile.run.service = text;
    hostile.findings.get(0).sentence = text;
    hostile.endpoints.get(0).name = text;
    Path report = SampleReports.write(hostile, folder.resolve("run.json"));
    Run run = rowcall("html", report, "--out", page);
    assertEquals(0, run.exitCode(), run::all);
    assertFalse(Files.readString(page).contains("onerror"));
    assertTrue(
        ReportReader.read("page", embedded("report"))
            .endpoints
            .get(0)
            .name
            .startsWith("</script><img src=x onerror=alert(1)>"));
  }

  @Test
  void rejectsMoreThanTwoRuns() {
    Run run = rowcall("html", "a", "b", "c", "--out", page);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("expected a run, or BASE and NEW, found 3 paths"), run::all);
    assertEquals(2, rowcall("html", "-", "-", "--out", page).exitCode());
  }

  @Test
  void rejectsAFolderAsItsFile() throws IOException {
    Path report = SampleReports.write(SampleReports.healthy(), folder.resolve("run.json"));
    Run run = rowcall("html", report, "--out", folder);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("expected a file, found a folder"), run::all);
  }

  private InputStream embedded(String name) throws IOException {
    Matcher block =
        Pattern.compile("<script type=\"application/gzip\" id=\"rowcall-" + name + "\">([^<]*)<")
            .matcher(Files.readString(page));
    assertTrue(block.find(), name);
    return new GZIPInputStream(
        new ByteArrayInputStream(Base64.getDecoder().decode(block.group(1))));
  }
}
