package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.DocumentedTables;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Binds and reads of every driver. For each setter, getter and kind of result, the service runs one
 * query for each of 25 rows. Expected are 26 executions and one finding: confirmed, with 25
 * distinct binds and the column that they were read from. Also verifies the table of drivers in
 * {@code agent/docs/supported.md}.
 */
@Covers("Array")
final class DriversIT {
  private static final Map<String, String> DRIVERS = new LinkedHashMap<>();

  static {
    DRIVERS.put("H2", "jdbc:h2:mem:d;DB_CLOSE_DELAY=-1");
    DRIVERS.put("PostgreSQL", "");
    DRIVERS.put("HSQLDB", "jdbc:hsqldb:mem:d");
    DRIVERS.put("Derby", "jdbc:derby:memory:d;create=true");
    DRIVERS.put("DuckDB", "jdbc:duckdb:");
    DRIVERS.put("SQLite", "jdbc:sqlite::memory:");
  }

  @Test
  void confirmsALoopForEveryWayToBindAndReadOfEveryDriver(@TempDir Path folder) throws Exception {
    Map<String, Map<String, Integer>> statuses = new LinkedHashMap<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ServiceProcess service =
            command(folder, postgres.getJdbcUrl("postgres", "postgres")).start()) {
      for (String driver : DRIVERS.keySet()) {
        statuses.put(driver, statuses(service, driver));
      }
      service.terminate();
    }
    Report report = Report.in(folder);
    assertEquals(0, report.total("suppressedErrors"));
    assertEquals(List.of(), mismatches(statuses, report));
    assertEquals(table(statuses), DocumentedTables.read("supported.md", "drivers"));
  }

  /** Runs each loop once, and returns the status of each; 501 if the driver does not support it. */
  static Map<String, Integer> statuses(ServiceProcess service, String driver) throws IOException {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    for (String loop : service.get("/" + pathSegment(driver)).text().lines().toList()) {
      statuses.put(loop, service.get(route(driver, statuses.size())).status());
    }
    return statuses;
  }

  private static String route(String driver, int loop) {
    String syllable = "" + "bcdfghlmnprst".charAt(loop / 5) + "aeiou".charAt(loop % 5);
    return "/" + pathSegment(driver) + "/loop-" + syllable;
  }

  /** A plain word for each driver: the names of most would be normalized as an id in the path. */
  static String pathSegment(String driver) {
    return switch (driver) {
      case "H2" -> "tables";
      case "HSQLDB" -> "hyper";
      case "PostgreSQL" -> "elephant";
      case "SQLite" -> "feather";
      case "DuckDB" -> "duck";
      default -> driver.toLowerCase(Locale.ROOT);
    };
  }

  private static ServiceCommand command(Path folder, String postgres) {
    ServiceCommand command = ServiceCommand.of("drivers", folder);
    DRIVERS.forEach(
        (driver, url) ->
            command.jvmArg(
                "-Ddrivers." + pathSegment(driver) + "=" + (url.isEmpty() ? postgres : url)));
    return command;
  }

  /** Describes the loops whose findings differ from the expected ones. */
  static List<String> mismatches(Map<String, Map<String, Integer>> statuses, Report report) {
    var mismatches = new ArrayList<String>();
    statuses.forEach(
        (driver, loops) -> {
          int number = 0;
          for (String loop : loops.keySet()) {
            String route = route(driver, number++);
            if (loops.get(loop) == 501) {
              continue;
            }
            String actual =
                loops.get(loop) == 200
                    ? describe(report, driver, loop, route)
                    : "status " + loops.get(loop);
            if (!actual.equals(expected(loop))) {
              mismatches.add(driver + " " + loop + ": " + actual);
            }
          }
        });
    return mismatches;
  }

  private static String expected(String loop) {
    if (loop.startsWith("array")) {
      return "2: duplicate, 1 distinct";
    }
    String column =
        loop.startsWith("text")
            ? "book.author_code"
            // Two statements in one text: the columns of the second are unknown.
            : loop.equals("rows-getMoreResults") ? "one column of its result" : "book.author_id";
    return "26: n+1-select, 25 distinct, confirmed by 25 rows, values that were read from "
        + column;
  }

  private static String describe(Report report, String driver, String loop, String route) {
    long executions = report.endpoint(route).path("executions").path("max").asLong();
    if (loop.equals("rows-CachedRowSet") && driver.equals("PostgreSQL")) {
      // The driver itself queries the names of tables.
      executions--;
    }
    var text = new StringBuilder().append(executions).append(":");
    for (JsonNode finding : report.findings(route)) {
      String type = finding.path("class").asText();
      if (type.startsWith("slow-")) {
        continue;
      }
      text.append(' ').append(type).append(", ").append(finding.path("distinctBinds").asLong());
      text.append(" distinct");
      if (!type.equals("duplicate")) {
        text.append(", ").append(finding.path("verdict").asText()).append(" by ");
        text.append(finding.path("parent").path("rows").asLong()).append(" rows");
      }
      for (JsonNode line : finding.path("evidence")) {
        if (line.asText().startsWith("the binds are ")) {
          text.append(", ").append(line.asText().substring("the binds are ".length()));
        }
      }
    }
    return text.toString().replace("BOOK.", "book.");
  }

  private static String table(Map<String, Map<String, Integer>> statuses) {
    Set<String> loops = new LinkedHashSet<>();
    statuses.values().forEach(byLoop -> loops.addAll(byLoop.keySet()));
    var table = new StringBuilder("| |");
    DRIVERS.keySet().forEach(driver -> table.append(' ').append(driver).append(" |"));
    table.append("\n|---|").append("---|".repeat(DRIVERS.size())).append('\n');
    for (String loop : loops) {
      table.append("| `").append(loop).append("` |");
      for (Map<String, Integer> byLoop : statuses.values()) {
        table.append(byLoop.getOrDefault(loop, 501) == 200 ? " yes |" : " – |");
      }
      table.append('\n');
    }
    return table.toString();
  }
}
