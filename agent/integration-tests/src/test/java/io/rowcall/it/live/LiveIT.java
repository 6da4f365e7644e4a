package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view of the packaged agent, next to the service's own server of the same kind. */
final class LiveIT {
  private static final int REQUESTS = 3;

  @TempDir private Path folder;

  @Test
  void showsTheServiceAndNotItself() throws IOException {
    try (ServiceProcess service = command("first").with("live.port", 0).start()) {
      var live = LiveClient.of(service);
      assertEquals("ok\n", live.get("/healthz"));
      assertTrue(live.get("/").contains("rowcall-live"));
      for (int i = 0; i < REQUESTS; i++) {
        service.get("/loop/10");
      }
      live.awaitRequests(REQUESTS);
      Report report = live.report();
      assertEquals(List.of("GET /loop/{id}"), report.endpointNames());
      assertEquals(11 * REQUESTS, attributed(report));
      assertEquals(0, report.total("suppressedErrors"), report::totals);
      assertTrue(
          live.get("/metrics")
              .contains("rowcall_request_executions_sum{endpoint=\"GET /loop/{id}\"} 33.0\n"));
      leavesTheServiceAloneIfThePortIsTaken(live.port());
      endsWithTheServiceDespiteAnOpenConnection(service, live.port());
    }
    assertEquals(11 * REQUESTS, attributed(Report.in(folder.resolve("first"))));
  }

  /** Executions of requests; the service fills its tables before. */
  private static long attributed(Report report) {
    return report.total("executions") - report.total("unattributedExecutions");
  }

  private void leavesTheServiceAloneIfThePortIsTaken(int port) throws IOException {
    try (ServiceProcess other = command("second").with("live.port", port).start()) {
      assertEquals("11", other.get("/loop/10").header("X-Query-Count"));
      other.exit();
      assertEquals(0, other.exitCode());
      assertEquals(1, other.agentLines().size(), other::output);
      String line = other.agentLines().get(0);
      assertTrue(line.contains("cannot serve the live view") && line.contains("live.port"), line);
    }
  }

  private static void endsWithTheServiceDespiteAnOpenConnection(ServiceProcess service, int port)
      throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write("GET /report".getBytes(StandardCharsets.US_ASCII));
      service.exit();
      assertEquals(0, service.exitCode());
    }
  }

  private ServiceCommand command(String name) {
    return ServiceCommand.of("jdk", folder.resolve(name));
  }
}
