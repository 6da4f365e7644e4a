package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * H2 and MariaDB behind every available wrapper of drivers: transaction managers, failover,
 * sharding, pools in application servers, loggers, and JDK proxies that copy the interfaces of the
 * wrapped object. Each is compared with the plain driver.
 */
@Tag("compat")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WrappersIT {
  private static final Path TASKS_SOURCE =
      Path.of("wrappers/src/main/java/io/acme/wrappers/Tasks.java");
  private static final List<String> TASKS = List.of("text", "prepared", "batch", "batches", "loop");
  private static final int ROUNDS = 2;

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
      assertFalse(sources.isEmpty(), "no sources");
      for (int i = 0; i < ROUNDS; i++) {
        for (String source : sources) {
          for (String task : TASKS) {
            ServiceResponse response = service.get("/" + source + "/" + task);
            assertEquals(200, response.status(), () -> source + task + service.stderr());
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
  void coversBothDatabases() {
    assertTrue(
        sources.containsAll(List.of("iron/tables", "iron/maria", "aws/maria")), sources::toString);
  }

  @Test
  void reportsNoLiteral() {
    assertFalse(report.json().toString().contains("topsecret"), "a literal is in the report");
  }

  /** SQL, tables, executions and rows are those of the plain driver. */
  @Test
  void reportsTheSameStatementsAsThePlainDriver() {
    for (String source : sources) {
      String database = source.substring(source.indexOf('/'));
      for (String task : TASKS) {
        Map<String, String> expected = statements("/plain" + database + "/" + task);
        assertFalse(expected.isEmpty(), task);
        assertEquals(expected, statements("/" + source + "/" + task), source + " " + task);
      }
    }
  }

  @Test
  void reportsALoopAtTheLinesOfTheApplication() {
    for (String source : sources) {
      List<JsonNode> findings = findings("/" + source + "/loop");
      assertEquals(1, findings.size(), () -> source + ": " + findings);
      JsonNode finding = findings.get(0);
      assertEquals("n+1-select", finding.path("class").asText(), source);
      assertEquals("confirmed", finding.path("verdict").asText(), source);
      assertEquals(5, finding.at("/parent/rows").asInt(), finding::toString);
      CallSites.assertAt(TASKS_SOURCE, "books", finding.path("callSite"));
      CallSites.assertAt(TASKS_SOURCE, "loop", finding.at("/callSite/callers/0"));
      CallSites.assertAt(TASKS_SOURCE, "authors", finding.at("/parent/callSite"));
    }
  }

  /** At most a duplicate of the two literal queries; no leaked connection. */
  @Test
  void reportsNothingElse() {
    for (String source : sources) {
      for (String task : TASKS) {
        for (JsonNode finding : findings("/" + source + "/" + task)) {
          String expected =
              switch (task) {
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
  @Shows(Promise.NO_CALLS_OF_ITS_OWN)
  void makesNoAdditionalCallToProxies() {
    assertFalse(stderr.contains("called "), stderr);
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  /** Ignores the wrappers' own queries, which use other tables. */
  private List<JsonNode> findings(String route) {
    return report.findings(route).stream()
        .filter(finding -> !finding.path("class").asText().equals("sequential-queries"))
        .toList();
  }

  /** The statements of the library's tables: SQL and tables, to executions and rows. */
  private Map<String, String> statements(String route) {
    Map<String, String> statements = new TreeMap<>();
    for (JsonNode share : report.endpoint(route).path("statements")) {
      JsonNode statement = report.statement(share);
      String tables = statement.path("tables").toString();
      String sql = statement.path("sql").asText();
      if (tables.toLowerCase(Locale.ROOT).matches(".*\"(author|book)\".*")) {
        statements.put(sql + " " + tables, share.path("executions") + " " + share.path("rows"));
      }
    }
    return statements;
  }
}
