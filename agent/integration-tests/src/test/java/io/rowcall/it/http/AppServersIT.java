package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One web application on whole application servers, with their pools and managed executors. Five
 * clients ask for each way of having work done, for two endpoints at a time that query tables of
 * their own.
 */
@Tag("compat")
@Shows({"DataSource", "Executor", "TaskRun", "Servlet", "AsyncContext", "GrizzlyCommit"})
final class AppServersIT {
  private static final Path TARGET = ServiceCommand.SERVICES.resolve("appservers/target");
  private static final int CLIENTS = 5;
  private static final int ROUNDS = 10;

  /** What creates the tables, before any request. */
  private static final int AT_START = 4;

  /** The ways, and how much each executes. */
  private static final Map<String, Integer> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("/ways/sync", 11);
    WAYS.put("/ways/start", 11);
    WAYS.put("/ways/managed", 11);
    WAYS.put("/ways/submit", 11);
    WAYS.put("/ways/execute", 11);
    WAYS.put("/ways/invoke-all", 55);
    WAYS.put("/ways/stages", 11);
    WAYS.put("/rs/sync", 11);
    WAYS.put("/rs/suspended", 11);
    WAYS.put("/rs/staged", 11);
  }

  /** Where the response may be committed by a thread of which nothing is known: no header then. */
  private static final Set<String> MAYBE_UNSEEN = Set.of("/rs/suspended", "/rs/staged");

  @TempDir private Path folder;

  @Test
  void countOnOpenLiberty() throws Exception {
    Path home = TARGET.resolve("wlp");
    int port = freePort();
    assertExact(
        command(port)
            .jvm("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"))
            .jvm("@" + home.resolve("lib/platform/java/java9.options"))
            .runs(
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                "appservers",
                "--clean",
                "--",
                "--port=" + port));
  }

  @Test
  void countOnPayara() throws Exception {
    int port = freePort();
    Path alone = folder.resolve("alone");
    Files.writeString(
        alone,
        """
        set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
        set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
        """);
    assertExact(
        command(port)
            .jvm("-Djava.io.tmpdir=" + folder)
            .runs(
                "-jar",
                TARGET.resolve("payara-micro.jar").toString(),
                "--deploy",
                TARGET.resolve("appservers.war").toString(),
                "--contextroot",
                "/",
                "--port",
                port + "",
                "--prebootcommandfile",
                alone.toString(),
                "--nocluster",
                "--disablephonehome"));
  }

  private ServiceCommand command(int port) {
    return ServiceCommand.of("appservers", folder).jvm("-Dapps.port=" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void assertExact(ServiceCommand command) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    long asked;
    Map<String, Set<String>> wrongHeaders = new LinkedHashMap<>();
    try (ServiceProcess service = command.start()) {
      for (String way : WAYS.keySet()) {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
          calls.add(() -> service.get(way + "/a"));
          calls.add(() -> service.get(way + "/b"));
        }
        Set<String> headers = new TreeSet<>();
        for (Future<Answer> answer : clients.invokeAll(calls)) {
          assertEquals("done", answer.get().text(), way);
          headers.add(answer.get().header("X-Query-Count"));
        }
        headers.remove(WAYS.get(way) + "");
        if (MAYBE_UNSEEN.contains(way)) {
          headers.remove("0 headers X-Query-Count");
        }
        if (!headers.isEmpty()) {
          wrongHeaders.put(way, headers);
        }
      }
      asked = Long.parseLong(service.get("/asked").text());
      service.terminate();
      assertEquals(List.of(), ownLines(service));
    } finally {
      clients.shutdownNow();
    }
    assertEquals(Map.of(), wrongHeaders);
    assertReport(Report.in(folder), asked);
  }

  /** A server's log may name the folder that everything lies in; the agent's own lines begin so. */
  private static List<String> ownLines(ServiceProcess service) {
    return service.agentLines().stream()
        .filter(line -> line.contains("rowcall - ") || line.startsWith("rowcall:"))
        .toList();
  }

  private static void assertReport(Report report, long asked) {
    assertEquals(asked, report.total("executions"), report::totals);
    assertEquals(AT_START, report.total("unattributedExecutions"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    for (Map.Entry<String, Integer> way : WAYS.entrySet()) {
      for (String table : List.of("a", "b")) {
        JsonNode endpoint = report.endpoint("GET " + way.getKey() + "/" + table);
        assertEquals(
            ROUNDS * way.getValue(), endpoint.at("/executions/total").asInt(), endpoint::toString);
        assertOwn(report, endpoint, "table_" + table);
      }
    }
    assertEquals(
        List.of(),
        report
            .elements("findings")
            .filter(finding -> finding.path("class").asText().startsWith("connection-"))
            .toList());
  }

  /** No statement of an endpoint is over the table of the other one. */
  private static void assertOwn(Report report, JsonNode endpoint, String table) {
    for (JsonNode share : endpoint.path("statements")) {
      String text =
          report
              .elements("statements")
              .filter(statement -> statement.path("id").equals(share.path("id")))
              .map(statement -> statement.path("sql").asText())
              .findFirst()
              .orElseThrow();
      assertTrue(text.toLowerCase(Locale.ROOT).contains(table), () -> endpoint + " has " + text);
    }
  }
}
