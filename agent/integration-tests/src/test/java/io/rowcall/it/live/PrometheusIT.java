package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a service, and answers every query of the dashboard. */
@Tag("compat")
final class PrometheusIT {
  private static final Path DASHBOARD = Path.of("../docs/grafana/rowcall.json");

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir private Path folder;

  @Test
  void answersTheQueriesOfTheDashboard() throws IOException {
    assumeTrue(Prometheus.isInstalled(), "Prometheus is not installed");
    try (ServiceProcess service =
        ServiceCommand.of("jdk", folder.resolve("service")).with("live.port", 0).start()) {
      var live = LiveClient.of(service);
      service.get("/loop/10");
      service.get("/join");
      live.awaitRequests(2);
      try (var prometheus = new Prometheus(folder.resolve("prometheus"), List.of(live.port()))) {
        prometheus.awaitValue("sum(rowcall_request_executions_count)", 2);
        for (int i = 0; i < 20; i++) {
          service.getWith("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "/loop/10");
        }
        live.awaitRequests(22);
        prometheus.awaitValue("sum(rowcall_request_executions_count)", 22);
        prometheus.awaitValue("sum(rowcall_executions_total{origin=\"request\"})", 1 + 21 * 11);
        prometheus.awaitValue("sum(rowcall_finding_requests_total{class=\"n+1-select\"})", 21);
        assertExemplar(prometheus);
        List<String> queries = queries();
        assertTrue(queries.size() >= 12, queries::toString);
        for (String query : queries) {
          prometheus.awaitAny(query);
        }
        assertFalse(prometheus.log().contains("level=error"), prometheus::log);
      }
      service.exit();
    }
  }

  private static void assertExemplar(Prometheus prometheus) throws IOException {
    JsonNode found = prometheus.exemplars("rowcall_request_duration_seconds_bucket");
    List<String> traces = found.findValuesAsText("trace_id");
    assertTrue(traces.contains(TRACE), found::toString);
  }

  /** The queries of all panels, over an interval that a test can wait for. */
  private static List<String> queries() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
    return Report.stream(dashboard.path("panels"))
        .flatMap(panel -> Report.stream(panel.path("targets")))
        .map(
            target ->
                target
                    .path("expr")
                    .asText()
                    .replace("$__rate_interval", "1m")
                    .replace("$instance", ".*"))
        .toList();
  }
}
