package io.rowcall.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.server.Server;
import io.rowcall.it.server.ServerContract;
import io.rowcall.it.support.DocumentedTables;
import io.rowcall.it.support.IntegrationTests;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Verifies the table of servers in {@code agent/docs/supported.md} against the tests. */
@Tag("compat")
final class ServersTableIT {

  @Test
  void matchesTheTests() throws Exception {
    assertEquals(table(), DocumentedTables.read("supported.md", "servers"));
  }

  private static String table() throws Exception {
    Map<String, Row> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Class<?> test : IntegrationTests.all()) {
      if (ServerContract.class.isAssignableFrom(test)) {
        var constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        Server server = ((ServerContract) constructor.newInstance()).server();
        rows.computeIfAbsent(server.name(), name -> new Row(server)).add(test, server);
      }
    }
    var table =
        new StringBuilder(
            "| server | version of | tested | endpoints | tests |\n|---|---|---|---|---|\n");
    rows.forEach((name, row) -> table.append(row.line(name)));
    return table.toString();
  }

  /** Row of a server: its tests by version. */
  private static final class Row {
    private final Server server;
    private final Map<Version, String> tests = new TreeMap<>();

    Row(Server server) {
      this.server = server;
    }

    void add(Class<?> test, Server tested) {
      tests.merge(
          Version.of(tested.version()),
          "`" + test.getSimpleName() + "`",
          (first, second) -> first + ", " + second);
    }

    String line(String name) {
      String versions =
          String.join(", ", tests.keySet().stream().map(version -> version.text).toList());
      String endpoints = server.routes() ? "route templates" : "paths";
      return "| %s | `%s` | %s | %s | %s |\n"
          .formatted(
              name, server.artifact(), versions, endpoints, String.join(", ", tests.values()));
    }
  }

  /** Version number, in the order of its first two parts. */
  private record Version(int major, int minor, String text) implements Comparable<Version> {
    static Version of(String text) {
      String[] parts = text.split("[.-]");
      return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), text);
    }

    @Override
    public int compareTo(Version other) {
      int byMajor = Integer.compare(major, other.major);
      return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }
  }
}
