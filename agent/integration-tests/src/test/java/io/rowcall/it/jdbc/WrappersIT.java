package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * H2 and MariaDB behind every wrapper of drivers that can be had: transaction managers, failover,
 * sharding, pools of servers, loggers, and proxies of the JDK's that copy what they find. Each is
 * compared with the driver alone.
 */
@Tag("compat")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WrappersIT {
  private static final Path WORK = Path.of("wrappers/src/main/java/io/acme/wrappers/Work.java");
  private static final List<String> WORKS = List.of("text", "prepared", "batch", "batches", "loop");
  private static final int TIMES = 2;

  private final List<String> sources = new ArrayList<>();
  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();
  private String stderr = "";

  @BeforeAll
  void drive(@TempDir Path folder) throws IOException {
    ServiceCommand command =
        ServiceCommand.of("wrappers", folder).with("slow-query", "60s").with("slow-request", "60s");
    try (ServiceProcess service = command.start()) {
      sources.addAll(service.get("/sources").text().lines().toList());
      for (int i = 0; i < TIMES; i++) {
        for (String source : sources) {
          for (String work : WORKS) {
            Answer answer = service.get("/" + source + "/" + work);
            assertEquals(200, answer.status(), () -> source + work + service.stderr());
          }
        }
      }
      service.exit();
      agentLines = service.agentLines();
      stderr = String.join("\n", service.stderr());
    }
    report = Report.in(folder);
  }

  @Test
  void knowsWrappersOfBothDatabases() {
    assertTrue(
        sources.containsAll(List.of("iron/tables", "iron/maria", "aws/maria")), sources::toString);
  }

  @Test
  void leaksNoLiteral() {
    assertFalse(report.json().toString().contains("topsecret"), "a literal is in the report");
  }

  /** The same texts, tables, executions and rows as the driver alone has. */
  @Test
  void readsAndCountsAsTheDriverInside() {
    for (String source : sources) {
      String database = source.substring(source.indexOf('/'));
      for (String work : WORKS) {
        assertEquals(
            statements("/plain" + database + "/" + work),
            statements("/" + source + "/" + work),
            source + " " + work);
      }
    }
  }

  @Test
  void findsTheLoopAtTheApplicationsLines() throws IOException {
    for (String source : sources) {
      List<JsonNode> all = findings("/" + source + "/loop");
      assertEquals(1, all.size(), () -> source + ": " + all);
      JsonNode finding = all.get(0);
      assertEquals("n+1-select", finding.path("class").asText(), source);
      assertEquals("confirmed", finding.path("verdict").asText(), source);
      assertEquals(5, finding.at("/parent/rows").asInt(), finding::toString);
      assertLine("books", finding.path("callSite"));
      assertLine("loop", finding.at("/callSite/callers/0"));
      assertLine("authors", finding.at("/parent/callSite"));
    }
  }

  /** At most a duplicate of the two texts, and no connection that was not closed. */
  @Test
  void findsNothingElse() {
    for (String source : sources) {
      for (String work : WORKS) {
        for (JsonNode finding : findings("/" + source + "/" + work)) {
          String expected =
              switch (work) {
                case "text" -> "duplicate";
                case "loop" -> "n+1-select";
                default -> "none";
              };
          assertEquals(expected, finding.path("class").asText(), finding::toString);
        }
      }
    }
  }

  @Test
  void callsNothingOfProxies() {
    assertFalse(stderr.contains("called "), stderr);
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  /** Without what the wrapper asks for itself, which is of no table of the library. */
  private List<JsonNode> findings(String route) {
    return report.findings(route).stream()
        .filter(finding -> !finding.path("class").asText().equals("sequential-queries"))
        .toList();
  }

  /** Text, tables, executions and rows of each statement of the library. */
  private Map<String, String> statements(String route) {
    Map<String, String> statements = new TreeMap<>();
    for (JsonNode share : report.endpoint(route).path("statements")) {
      JsonNode statement =
          StreamSupport.stream(report.json().path("statements").spliterator(), false)
              .filter(one -> one.path("id").equals(share.path("id")))
              .findFirst()
              .orElseThrow();
      String tables = statement.path("tables").toString();
      String sql = statement.path("sql").asText();
      if (tables.toLowerCase(Locale.ROOT).matches(".*\"(author|book)\".*")) {
        statements.put(sql + " " + tables, share.path("executions") + " " + share.path("rows"));
      }
    }
    return statements;
  }

  private static void assertLine(String mark, JsonNode site) throws IOException {
    assertEquals("Work.java", site.path("file").asText(), site::toString);
    assertEquals(CallSites.line(WORK, mark), site.path("line").asInt(), site::toString);
  }
}
