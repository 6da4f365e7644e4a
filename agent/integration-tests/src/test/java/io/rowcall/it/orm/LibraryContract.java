package io.rowcall.it.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for the library with every mapper: its loops are found at the line of the application
 * that makes them, with their parent and advice for that mapper, and its joins and batches are not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LibraryContract {
  private static final int AUTHORS = 12;
  private static final int ADDED = 10;

  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  /** The command of the service, in a working directory. */
  abstract ServiceCommand command(Path folder);

  /** The source with the marked lines, below the services. */
  abstract Path source();

  /** What the evidence of the reads says about their caller; empty when it says nothing. */
  abstract String caller();

  /** What the advice to the reads names. */
  abstract String readAdvice();

  /** What the advice to the writes names. */
  abstract String writeAdvice();

  /** The mark of the line that reads the authors. */
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
        Answer answer = service.get(path);
        assertEquals(200, answer.status(), () -> path + ": " + service.stderr());
      }
      service.exit();
      agentLines = service.agentLines();
    }
    report = Report.in(folder);
  }

  @Test
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
  void findsTheLoopOfReadsAtItsLine() throws IOException {
    JsonNode finding = one("/one-by-one", "n+1-select");
    assertEquals(AUTHORS, finding.at("/repeats/max").asInt(), finding::toString);
    assertEquals(AUTHORS, finding.path("distinctBinds").asInt(), finding::toString);
    assertEquals("confirmed", finding.path("verdict").asText(), finding::toString);
    assertLine("loop", finding.path("callSite"));
  }

  @Test
  void namesItsParentAndTheLineOfThat() throws IOException {
    JsonNode parent = one("/one-by-one", "n+1-select").path("parent");
    String sql = parent.toString().toLowerCase(Locale.ROOT).replaceAll("[\\\\\"]", "");
    assertTrue(sql.contains("from author"), parent::toString);
    assertEquals(AUTHORS, parent.path("rows").asInt(), parent::toString);
    assertLine(parentMark(), parent.path("callSite"));
  }

  @Test
  void namesTheColumnThatTheBindsCameFrom() {
    String evidence = one("/one-by-one", "n+1-select").path("evidence").toString();
    assertTrue(
        evidence.toLowerCase(Locale.ROOT).contains("values that were read from author.id"),
        evidence);
  }

  @Test
  void advisesWhatThisMapperCanDo() {
    JsonNode finding = one("/one-by-one", "n+1-select");
    String advice = finding.path("advice").asText();
    assertTrue(advice.contains(readAdvice()), advice);
    String lower = advice.toLowerCase(Locale.ROOT);
    assertTrue(lower.contains("book where author_id in (…)"), advice);
    assertTrue(lower.contains("join book to author"), advice);
    assertTrue(finding.path("evidence").toString().contains(caller()), finding::toString);
  }

  @Test
  void findsTheLoopOfWritesAtItsLine() throws IOException {
    JsonNode finding = one("/add-one-by-one", "n+1-write");
    assertEquals(ADDED, finding.at("/repeats/max").asInt(), finding::toString);
    assertLine("adds", finding.path("callSite"));
    String advice = finding.path("advice").asText();
    assertTrue(advice.contains(writeAdvice()), advice);
  }

  @Test
  void findsNothingInAJoinOrABatch() {
    for (String route : List.of("/together", "/in-batches", "/in-small-batches", "/add-together")) {
      assertEquals(List.of(), report.findings(route), route);
    }
  }

  @Test
  void saysAndSuppressesNothing() {
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  JsonNode one(String route, String findingClass) {
    List<JsonNode> all = report.findings(route);
    assertEquals(1, all.size(), () -> "findings of " + route + ": " + all);
    assertEquals(findingClass, all.get(0).path("class").asText());
    return all.get(0);
  }

  private void assertLine(String mark, JsonNode site) throws IOException {
    assertEquals(source().getFileName().toString(), site.path("file").asText(), site::toString);
    assertEquals(CallSites.line(source(), mark), site.path("line").asInt(), site::toString);
  }
}
