package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import io.rowcall.format.read.ReportReader;
import io.rowcall.gate.SampleReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShowCommandTest {
  private static final Path GOLDEN =
      Path.of("../format/src/test/resources/golden/rowcall-report-1.json");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14 requests, 2 errors; 30 queries in 353 ms, 1 failed; 153 rows
          including 8 outside of requests and 0 after the end of their request
          Findings: showing 2 of 2, largest saving first
          7d1e3db21807f372  confirmed n+1-select  in GET /loop/{id}
          N+1: SELECT ITEMS ×5 (5 distinct binds) at Shop.java:51, for the 5 rows of SELECT ORDERS
          saves 4 round trips, ~9.5 ms of 12 ms in one request
          Endpoints: showing 4 of 4, most avoidable queries first
          Statements: showing 5 of 5, most time first
          SELECT id, name, price FROM items WHERE order_id = ? ORDER BY id
          Caches: showing 1 of 1
          owners (caffeine)    75      25     75.0 %     25       13          3    22
          Pools: showing 1 of 1
          HikariPool-1 (hikari)            9   10          143  143  143
          Slow queries: showing 1 of 1
          250  GET /slow at Shop.java:51  SELECT id, name, price FROM items
          Slow requests: showing 1 of 1
          1251        3    300     200  GET /slow  2026-01-01T00:00:03.000Z
          """)
  void shows(String line) {
    Run run = rowcall("show", GOLDEN);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains(line), run::all);
  }

  @Test
  void listsEndpointsWithMostAvoidableQueriesFirst() throws IOException {
    var report = SampleReports.withLoop(20);
    report.endpoints.get(0).avoidableExecutions = 18;
    var busy = SampleReports.healthy().endpoints.get(0);
    busy.name = "GET /busy";
    busy.executions.total = 1_000;
    report.endpoints.add(0, busy);
    Run run = show(report);
    assertTrue(
        run.out().matches("(?s).*queries p50[^\\n]*\\n  GET /api/my-500 [^\\n]*\\n  GET /busy .*"),
        run::all);
  }

  @Test
  void statesHowManyRowsItOmits() throws IOException {
    Run run = show(withEndpoints(31), "--top", "5");
    assertTrue(run.out().contains("Endpoints: showing 5 of 31"), run::all);
    assertEquals(1, run.out().lines().filter(line -> line.contains("GET /4 ")).count(), run::all);
    assertFalse(run.out().contains("GET /30 "), run::all);
  }

  @Test
  void statesHowManyRowsMatch() throws IOException {
    Run run = show(withEndpoints(31), "--endpoint", "get /1", "--top", "3");
    assertTrue(run.out().contains("Endpoints: showing 3 of 11 matching, 31 in total"), run::all);
    assertTrue(run.out().contains("GET /10 "), run::all);
    assertFalse(run.out().contains("GET /2 "), run::all);
  }

  @Test
  void filtersByEndpoint() {
    Run run = rowcall("show", "--endpoint", "/twice", GOLDEN);
    assertTrue(run.out().contains("Duplicate: SELECT ORDERS ×2"), run::all);
    assertFalse(run.out().contains("N+1: SELECT ITEMS"), run::all);
    assertTrue(run.out().contains("Slow queries: showing 0 of 0 matching, 1 in total"), run::all);
  }

  @Test
  void filtersByStatementTextOrId() {
    for (String filter : new String[] {"from ITEMS where", "d3e5f7def08e8e4d"}) {
      Run run = rowcall("show", "--statement", filter, GOLDEN);
      assertTrue(run.out().contains("Statements: showing 1 of 1 matching, 5 in total"), run::all);
      assertTrue(run.out().contains("Findings: showing 1 of 1 matching, 2 in total"), run::all);
      assertTrue(run.out().contains("Endpoints: showing 1 of 1 matching, 4 in total"), run::all);
    }
  }

  @Test
  void filtersByNumberOfQueries() {
    Run run = rowcall("show", "--min-queries", "4", GOLDEN);
    assertTrue(run.out().contains("Endpoints: showing 2 of 2 matching, 4 in total"), run::all);
    assertTrue(run.out().contains("Findings: showing 1 of 1 matching, 2 in total"), run::all);
  }

  @Test
  void statesWhatTheAgentDropped() throws IOException {
    var report = SampleReports.healthy();
    report.totals.droppedRequests = 1;
    report.totals.overflowedFindings = 2;
    report.totals.droppedLogLines = 3;
    Run run = show(report);
    for (String part :
        new String[] {
          "1 dropped requests", "2 requests with a finding over the limit", "3 dropped log lines"
        }) {
      assertTrue(run.out().contains(part), run::all);
    }
  }

  @Test
  void printsAReadableReportAsJson() throws IOException {
    Run run = rowcall("show", "--json", "--endpoint", "/loop", GOLDEN);
    var read =
        ReportReader.read(
            "stdout", new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)));
    assertEquals(6, read.endpoints.get(0).executions.max);
    assertEquals(1, read.endpoints.size());
    assertEquals(1, read.findings.size());
  }

  @Test
  void neutralizesControlCharacters() throws IOException {
    var report = SampleReports.withLoop(20);
    report.run.service = "shop\u001b[31m @|red x|@";
    report.statements.get(0).sql = "SELECT\n\u001b]0;title\u0007 1";
    report.findings.get(0).sentence = "N+1\r\u009b31m";
    report.endpoints.get(0).name = "GET /\u001b[2J";
    Run run = show(report);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), run::all);
  }

  @Test
  void printsFindingsInFull() throws IOException {
    Run run = rowcall("show", "--full", GOLDEN);
    for (String part :
        new String[] {
          "      statement  SELECT id, name, price FROM items WHERE order_id = ? ORDER BY id\n",
          "      at         io.acme.shop.Shop.appendItems (Shop.java:51)\n",
          "                 called by io.acme.shop.Routes.answer (Routes.java:34)\n",
          "      parent     SELECT id, customer FROM orders ORDER BY id LIMIT ?\n",
          "                 5 rows in the median request\n",
          "      at         io.acme.shop.Shop.listWithLoop (Shop.java:36)\n",
          "      evidence   5 executions in the median request, 5 distinct binds at most\n",
          "                 seen in 1 request\n",
          "      advice     Fetch them with one IN query or a JOIN on ITEMS.\n",
          "      in total   saves 4 queries and 9.46 ms in 1 request\n"
        }) {
      assertTrue(run.out().contains(part), () -> part + " is not in " + run.all());
    }
    assertFalse(run.out().contains("..."), run::all);
  }

  @Test
  void truncatesSqlButNoNames() throws IOException {
    var report = SampleReports.withLoop(20);
    String test = "TEST io.acme.orders.OrdersAreListedWithTheirItemsTest." + "listsAll".repeat(20);
    report.endpoints.get(0).name = test + "()";
    report.statements.get(0).sql = "SELECT " + "a_column, ".repeat(40) + "z FROM t";
    Run narrow = show(report, "--width", "110");
    assertTrue(narrow.out().contains(test + "()  "), narrow::all);
    String row = row(narrow, "00000000000000aa");
    assertEquals(110, row.length(), row);
    assertTrue(row.endsWith("..."), row);
    assertEquals(200, row(show(report, "--width", "200"), "00000000000000aa").length());
    assertTrue(row(show(report, "--full"), "00000000000000aa").endsWith("z FROM t"));
    assertEquals(2, show(report, "--width", "-1").exitCode());
  }

  @Test
  void usesTheWidthOfTheShell() {
    assertEquals(77, TerminalWidth.of(77, "200"));
    assertEquals(200, TerminalWidth.of(0, "200"));
    assertTrue(TerminalWidth.of(0, "wide") >= TerminalWidth.DEFAULT);
  }

  private static String row(Run run, String id) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith("  " + id) && !line.contains(" n+1-select "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rejectsANegativeNumberOfRows() {
    Run run = rowcall("show", "--top", "-1", GOLDEN);
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("expected 0 or more rows, found -1"), run::all);
  }

  @Test
  void countsAFileNamedTwiceOnce() throws IOException {
    Path file = SampleReports.write(SampleReports.healthy(), folder.resolve("rowcall-a.json"));
    Run run = rowcall("show", file, folder, folder.resolve("../" + folder.getFileName()));
    assertTrue(run.out().contains("1 request,"), run::all);
  }

  @Test
  void rejectsAnInvalidPath() {
    Run run = rowcall("show", "a\0b");
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("expected a path, found"), run::all);
  }

  @Test
  void rejectsAnUnknownCommand() {
    assertEquals(2, rowcall("sow").exitCode());
  }

  private Run show(Report report, String... options) throws IOException {
    Path file = SampleReports.write(report, folder.resolve("rowcall-a.json"));
    var arguments = new Object[options.length + 2];
    arguments[0] = "show";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = file;
    return rowcall(arguments);
  }

  private static Report withEndpoints(int count) {
    var report = SampleReports.healthy();
    report.endpoints.clear();
    for (int i = 0; i < count; i++) {
      var endpoint = SampleReports.healthy().endpoints.get(0);
      endpoint.name = "GET /" + i;
      endpoint.executions.total = 100 - i;
      report.endpoints.add(endpoint);
    }
    return report;
  }
}
