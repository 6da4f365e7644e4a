package io.rowcall.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of gRPC-Java on Netty: each counts for its method, and none for its caller in the JVM. */
@Tag("compat")
@Covers("Grpc")
final class GrpcIT {
  private static final String SERVICE = "GRPC io.acme.Orders/";
  private static final int SCHEMA = 8;

  @Test
  void countsCallsByMethod(@TempDir Path folder) throws Exception {
    try (ServiceProcess service = ServiceCommand.of("grpc", folder).start()) {
      assertEquals("repeated 3", service.get("/Repeat/3").text());
      assertEquals("part part part part part 1", service.get("/Stream/5").text());
      assertEquals("UNKNOWN null", service.get("/Fail/x").text());
      assertEquals("NOT_FOUND null", service.get("/Missing/x").text());
      assertEquals("UNIMPLEMENTED null", service.get("/Unheard/of").text());
      assertEquals("looped 26", service.get("/Loop/25").text());
      crowd(service);
      service.terminate();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    assertCall(report, "Repeat", 61, 3 + 30 * 2 + 30 * 4, 0);
    assertCall(report, "Stream", 1, 5, 0);
    assertCall(report, "Fail", 1, 1, 1);
    assertCall(report, "Missing", 1, 0, 0);
    assertEquals(1, report.endpoint("GRPC {unknown}").path("requests").asInt());
    JsonNode finding = report.onlyFinding(SERVICE + "Loop", "n+1-select");
    CallSites.assertAt(CallSites.SHOP, "loop", finding.path("callSite"));
    assertEquals(0, report.endpoint("/Repeat").at("/executions/total").asInt());
    assertEquals(SCHEMA, report.total("unattributedExecutions"), report::totals);
    assertEquals(0, report.total("openRequests"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static void crowd(ServiceProcess service) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(6);
    try {
      var calls = new ArrayList<Callable<String>>();
      for (int i = 0; i < 60; i++) {
        int n = i % 2 == 0 ? 2 : 4;
        calls.add(() -> n + ": " + service.get("/Repeat/" + n).text());
      }
      for (Future<String> response : clients.invokeAll(calls)) {
        String n = response.get().substring(0, 1);
        assertEquals(n + ": repeated " + n, response.get());
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static void assertCall(
      Report report, String method, int calls, int executions, int errors) {
    JsonNode endpoint = report.endpoint(SERVICE + method);
    assertEquals(calls, endpoint.path("requests").asInt(), endpoint::toString);
    assertEquals(executions, endpoint.at("/executions/total").asInt(), endpoint::toString);
    assertEquals(errors, endpoint.path("errors").asInt(), endpoint::toString);
  }
}
