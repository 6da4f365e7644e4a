package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
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
 * A web application on application servers, with their pools and managed executors. Five clients
 * request each way of running a task, for two endpoints at a time, each with its own table.
 */
@Tag("compat")
@Covers({"DataSource", "Executor", "TaskRun", "Servlet", "AsyncContext", "GrizzlyCommit"})
@Shows(Promise.WORKERS)
final class AppServersIT {
  private static final Path TARGET = ServiceCommand.SERVICES.resolve("appservers/target");
  private static final int CLIENTS = 5;
  private static final int ROUNDS = 10;

  /** Executions that create the tables, before any request. */
  private static final int SETUP_EXECUTIONS = 4;

  /** Paths, and the executions of one request to each. */
  private static final Map<String, Integer> EXECUTIONS = new LinkedHashMap<>();

  static {
    EXECUTIONS.put("/tasks/sync", 11);
    EXECUTIONS.put("/tasks/start", 11);
    EXECUTIONS.put("/tasks/managed", 11);
    EXECUTIONS.put("/tasks/submit", 11);
    EXECUTIONS.put("/tasks/execute", 11);
    EXECUTIONS.put("/tasks/invoke-all", 55);
    EXECUTIONS.put("/tasks/stages", 11);
    EXECUTIONS.put("/rs/sync", 11);
    EXECUTIONS.put("/rs/suspended", 11);
    EXECUTIONS.put("/rs/staged", 11);
  }

  /** Paths whose response may be committed on an unknown thread, and then has no header. */
  private static final Set<String> OPTIONAL_HEADER = Set.of("/rs/suspended", "/rs/staged");

  @TempDir private Path folder;

  @Test
  void countsExactlyOnOpenLiberty() throws Exception {
    Path home = TARGET.resolve("wlp");
    int port = freePort();
    assertCountsExactly(
        command(port)
            .jvmArg("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"))
            .jvmArg("@" + home.resolve("lib/platform/java/java9.options"))
            .program(
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                "appservers",
                "--clean",
                "--",
                "--port=" + port));
  }

  @Test
  void countsExactlyOnPayara() throws Exception {
    int port = freePort();
    Path preboot = folder.resolve("preboot");
    Files.writeString(
        preboot,
        """
        set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
        set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
        """);
    assertCountsExactly(
        command(port)
            .jvmArg("-Djava.io.tmpdir=" + folder)
            .program(
                "-jar",
                TARGET.resolve("payara-micro.jar").toString(),
                "--deploy",
                TARGET.resolve("appservers.war").toString(),
                "--contextroot",
                "/",
                "--port",
                port + "",
                "--prebootcommandfile",
                preboot.toString(),
                "--nocluster",
                "--disablephonehome"));
  }

  private ServiceCommand command(int port) {
    return ServiceCommand.of("appservers", folder).jvmArg("-Dapps.port=" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void assertCountsExactly(ServiceCommand command) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    long driverExecutions;
    Map<String, Set<String>> wrongHeaders = new LinkedHashMap<>();
    try (ServiceProcess service = command.start()) {
      for (String path : EXECUTIONS.keySet()) {
        List<Callable<ServiceResponse>> calls = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
          calls.add(() -> service.get(path + "/a"));
          calls.add(() -> service.get(path + "/b"));
        }
        Set<String> headers = new TreeSet<>();
        for (Future<ServiceResponse> response : clients.invokeAll(calls)) {
          assertEquals("done", response.get().text(), path);
          headers.add(response.get().header("X-Query-Count"));
        }
        headers.remove(String.valueOf(EXECUTIONS.get(path)));
        if (OPTIONAL_HEADER.contains(path)) {
          headers.remove("0 headers X-Query-Count");
        }
        if (!headers.isEmpty()) {
          wrongHeaders.put(path, headers);
        }
      }
      driverExecutions = Long.parseLong(service.get("/executions").text());
      service.terminate();
      assertEquals(List.of(), agentLines(service));
    } finally {
      clients.shutdownNow();
    }
    assertEquals(Map.of(), wrongHeaders);
    assertReport(Report.in(folder), driverExecutions);
  }

  /** Ignores lines of the server's log that contain the name of the folder. */
  private static List<String> agentLines(ServiceProcess service) {
    return service.agentLines().stream()
        .filter(line -> line.contains("rowcall - ") || line.startsWith("rowcall:"))
        .toList();
  }

  private static void assertReport(Report report, long driverExecutions) {
    assertEquals(driverExecutions, report.total("executions"), report::totals);
    assertEquals(SETUP_EXECUTIONS, report.total("unattributedExecutions"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    for (Map.Entry<String, Integer> expected : EXECUTIONS.entrySet()) {
      if (expected.getKey().startsWith("/rs/")) {
        // The template of JAX-RS: one endpoint for both tables.
        assertEquals(
            2 * ROUNDS * expected.getValue(),
            report
                .endpoint("GET " + expected.getKey() + "/{table}")
                .at("/executions/total")
                .asInt());
        continue;
      }
      for (String table : List.of("a", "b")) {
        JsonNode endpoint = report.endpoint("GET " + expected.getKey() + "/" + table);
        assertEquals(
            ROUNDS * expected.getValue(),
            endpoint.at("/executions/total").asInt(),
            endpoint::toString);
        assertQueriesOnly(report, endpoint, "table_" + table);
      }
    }
    assertEquals(
        List.of(),
        report
            .elements("findings")
            .filter(finding -> finding.path("class").asText().startsWith("connection-"))
            .toList());
  }

  /** Asserts that an endpoint has no statement of the other endpoint's table. */
  private static void assertQueriesOnly(Report report, JsonNode endpoint, String table) {
    assertFalse(endpoint.path("statements").isEmpty(), endpoint::toString);
    for (JsonNode share : endpoint.path("statements")) {
      String sql = report.statement(share).path("sql").asText();
      assertTrue(sql.toLowerCase(Locale.ROOT).contains(table), () -> endpoint + " has " + sql);
    }
  }
}
