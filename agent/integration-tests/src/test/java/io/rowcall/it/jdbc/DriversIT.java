package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Tests;
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
 * One query for each of twenty-five rows, with its key bound and read in every way that a driver
 * has: 26 executions, one finding, confirmed, 25 distinct binds, and the column that was read. The
 * table of drivers in {@code agent/docs/supported.md} is the result.
 */
@Shows("Array")
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
  void confirmsTheLoopByEverySetterOfEveryDriver(@TempDir Path folder) throws Exception {
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
    assertEquals(List.of(), wrong(statuses, report));
    assertEquals(table(statuses), Tests.documented("supported.md", "drivers"));
  }

  /** Runs each loop once; 501 is for what the driver does not do. */
  static Map<String, Integer> statuses(ServiceProcess service, String driver) throws IOException {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    for (String loop : service.get("/" + word(driver)).text().lines().toList()) {
      statuses.put(loop, service.get(route(driver, statuses.size())).status());
    }
    return statuses;
  }

  private static String route(String driver, int loop) {
    String syllable = "" + "bcdfghlmnprst".charAt(loop / 5) + "aeiou".charAt(loop % 5);
    return "/" + word(driver) + "/loop-" + syllable;
  }

  /** A driver as a word of a route, which the names of most are not. */
  static String word(String driver) {
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
            command.jvm("-Ddrivers." + word(driver) + "=" + (url.isEmpty() ? postgres : url)));
    return command;
  }

  /** What the report says otherwise than it should. */
  static List<String> wrong(Map<String, Map<String, Integer>> statuses, Report report) {
    var wrong = new ArrayList<String>();
    statuses.forEach(
        (driver, loops) -> {
          int number = 0;
          for (String loop : loops.keySet()) {
            String route = route(driver, number++);
            String found =
                loops.get(loop) == 200 ? found(report, driver, loop, route) : right(loop);
            if (!found.equals(right(loop))) {
              wrong.add(driver + " " + loop + ": " + found);
            }
          }
        });
    return wrong;
  }

  private static String right(String loop) {
    if (loop.startsWith("array")) {
      return "2: duplicate, 1 distinct";
    }
    String column =
        loop.startsWith("text")
            ? "book.author_code"
            // The text of two statements does not tell the columns of the second.
            : loop.equals("rows-getMoreResults") ? "one column of its result" : "book.author_id";
    return "26: n+1-select, 25 distinct, confirmed by 25 rows, values that were read from "
        + column;
  }

  private static String found(Report report, String driver, String loop, String route) {
    long executions = report.endpoint(route).path("executions").path("max").asLong();
    if (loop.equals("rows-CachedRowSet") && driver.equals("PostgreSQL")) {
      // Its driver asks for the names of tables.
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
    statuses.values().forEach(ofDriver -> loops.addAll(ofDriver.keySet()));
    var table = new StringBuilder("| |");
    DRIVERS.keySet().forEach(driver -> table.append(' ').append(driver).append(" |"));
    table.append("\n|---|").append("---|".repeat(DRIVERS.size())).append('\n');
    for (String loop : loops) {
      table.append("| `").append(loop).append("` |");
      for (Map<String, Integer> ofDriver : statuses.values()) {
        table.append(ofDriver.getOrDefault(loop, 501) == 200 ? " yes |" : " – |");
      }
      table.append('\n');
    }
    return table.toString();
  }
}
