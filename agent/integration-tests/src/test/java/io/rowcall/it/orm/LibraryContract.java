package io.rowcall.it.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of the library with any mapper. Loops are reported at the line of the application that
 * runs them, with their parent and advice for that mapper; joins and batches are not reported.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LibraryContract {
  private static final int AUTHORS = 12;
  private static final int ADDED = 10;

  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  /** The command of the service, in the working directory {@code folder}. */
  abstract ServiceCommand command(Path folder);

  /** The source with the marked lines, relative to the folder of services. */
  abstract Path source();

  /** The evidence about the caller of the reads; empty if there is none. */
  abstract String caller();

  /** Text that the advice for reads contains. */
  abstract String readAdvice();

  /** Text that the advice for writes contains. */
  abstract String writeAdvice();

  /** The mark of the line that queries the authors. */
  String parentMark() {
    return "parent";
  }

  @BeforeAll
  void drive(@TempDir Path folder) throws IOException {
    ServiceCommand command = command(folder).with("slow-query", "10s").with("slow-request", "60s");
    try (ServiceProcess service = command.start()) {
      for (String path :
          List.of(
              "/one-by-one",
              "/together",
              "/in-batches",
              "/in-small-batches",
              "/save-new",
              "/add-one-by-one",
              "/add-together")) {
        ServiceResponse response = service.get(path);
        assertEquals(200, response.status(), () -> path + ": " + service.stderr());
      }
      service.exit();
      agentLines = service.agentLines();
    }
    report = Report.in(folder);
  }

  @Test
  @Shows(Promise.COUNTED_ONCE)
  void countsEveryExecution() {
    assertEquals(1 + AUTHORS, executions("/one-by-one"));
    assertTrue(executions("/together") <= 2, () -> report.endpoint("/together").toString());
    assertTrue(executions("/in-batches") <= 3, () -> report.endpoint("/in-batches").toString());
    assertEquals(ADDED, executions("/add-one-by-one"));
    assertEquals(1, executions("/add-together"));
  }

  private long executions(String route) {
    return report.endpoint(route).at("/executions/total").asLong(-1);
  }

  @Test
  void reportsALoopOfReadsAtItsLine() {
    JsonNode finding = report.onlyFinding("/one-by-one", "n+1-select");
    assertEquals(AUTHORS, finding.at("/repeats/max").asInt(), finding::toString);
    assertEquals(AUTHORS, finding.path("distinctBinds").asInt(), finding::toString);
    assertEquals("confirmed", finding.path("verdict").asText(), finding::toString);
    CallSites.assertAt(source(), "loop", finding.path("callSite"));
  }

  @Test
  void reportsTheParentAndItsLine() {
    JsonNode parent = report.onlyFinding("/one-by-one", "n+1-select").path("parent");
    String sql = parent.toString().toLowerCase(Locale.ROOT).replaceAll("[\\\\\"]", "");
    assertTrue(sql.contains("from author"), parent::toString);
    assertEquals(AUTHORS, parent.path("rows").asInt(), parent::toString);
    CallSites.assertAt(source(), parentMark(), parent.path("callSite"));
  }

  @Test
  void namesTheColumnThatTheBindsWereReadFrom() {
    String evidence = report.onlyFinding("/one-by-one", "n+1-select").path("evidence").toString();
    assertTrue(
        evidence.toLowerCase(Locale.ROOT).contains("values that were read from author.id"),
        evidence);
  }

  @Test
  void givesAdviceForTheMapper() {
    JsonNode finding = report.onlyFinding("/one-by-one", "n+1-select");
    String advice = finding.path("advice").asText();
    assertTrue(advice.contains(readAdvice()), advice);
    String lower = advice.toLowerCase(Locale.ROOT);
    assertTrue(lower.contains("book where author_id in (…)"), advice);
    assertTrue(lower.contains("join book to author"), advice);
    assertTrue(finding.path("evidence").toString().contains(caller()), finding::toString);
  }

  @Test
  void reportsALoopOfWritesAtItsLine() {
    JsonNode finding = report.onlyFinding("/add-one-by-one", "n+1-write");
    assertEquals(ADDED, finding.at("/repeats/max").asInt(), finding::toString);
    CallSites.assertAt(source(), "adds", finding.path("callSite"));
    String advice = finding.path("advice").asText();
    assertTrue(advice.contains(writeAdvice()), advice);
  }

  @Test
  void reportsNothingForJoinsAndBatches() {
    for (String route : List.of("/together", "/in-batches", "/in-small-batches", "/add-together")) {
      assertEquals(List.of(), report.findings(route), route);
    }
  }

  @Test
  void logsNothingAndSuppressesNoError() {
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  final Report report() {
    return report;
  }
}
