package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics and spans, as a collector receives them. */
@Tag("compat")
final class OtlpIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir private Path folder;

  @Test
  void sendsMetricsAndTheExamplesOfFindings() throws IOException {
    try (var collector = new Collector();
        ServiceProcess service =
            ServiceCommand.of("jdk", folder)
                .with("otlp.endpoint", collector.endpoint())
                .with("otlp.spans", true)
                .start()) {
      service.getWith("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "/loop/10");
      service.get("/join");
      Await.until(
          () -> requests(collector) == 2 && !collector.traces.isEmpty(),
          TIMEOUT,
          () -> service.output() + collector.failures + collector.metrics);
      assertEquals(12.0, sum("rowcall_executions", "request", collector));
      assertSpans(spans(collector));
      var resource = last(collector.metrics).getResourceMetrics(0).getResource();
      assertEquals("jdk", resource.getAttributes(0).getValue().getStringValue());
      service.exit();
      assertEquals(List.of(), collector.failures);
      assertEquals(List.of(), service.agentLines());
    }
  }

  @Test
  void reportsACollectorThatIsNotThereOnce() throws IOException {
    try (ServiceProcess service =
        ServiceCommand.of("jdk", folder)
            .with("otlp.endpoint", "http://127.0.0.1:9/secret")
            .with("report.interval", "100ms")
            .start()) {
      service.get("/loop/10");
      Await.until(() -> !service.agentLines().isEmpty(), TIMEOUT, service::output);
      service.exit();
      assertEquals(0, service.exitCode());
      assertEquals(1, service.agentLines().size(), service::output);
      String line = service.agentLines().get(0);
      assertTrue(line.contains("otlp.endpoint") && !line.contains("secret"), line);
    }
  }

  private static long requests(Collector collector) {
    return metrics("rowcall_request_executions", collector)
        .flatMap(metric -> metric.getHistogram().getDataPointsList().stream())
        .mapToLong(point -> point.getCount())
        .sum();
  }

  private static double sum(String name, String label, Collector collector) {
    return metrics(name, collector)
        .flatMap(metric -> metric.getSum().getDataPointsList().stream())
        .filter(point -> point.getAttributes(0).getValue().getStringValue().equals(label))
        .mapToDouble(NumberDataPoint::getAsDouble)
        .sum();
  }

  /** A metric of the latest export, if there was one. */
  private static Stream<Metric> metrics(String name, Collector collector) {
    return collector.metrics.isEmpty()
        ? Stream.of()
        : last(collector.metrics).getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream()
            .filter(metric -> metric.getName().equals(name));
  }

  private static List<Span> spans(Collector collector) {
    return collector.traces.get(0).getResourceSpans(0).getScopeSpans(0).getSpansList();
  }

  private static void assertSpans(List<Span> spans) {
    assertEquals(12, spans.size(), spans::toString);
    Span request = spans.get(0);
    assertEquals("GET /loop/{id}", request.getName());
    assertEquals(TRACE, HexFormat.of().formatHex(request.getTraceId().toByteArray()));
    assertEquals("rowcall.finding", request.getEvents(0).getName());
    assertEquals("n+1-select", request.getEvents(0).getAttributes(1).getValue().getStringValue());
    for (Span execution : spans.subList(1, spans.size())) {
      assertEquals(request.getSpanId(), execution.getParentSpanId());
      assertEquals(request.getTraceId(), execution.getTraceId());
      assertEquals("SELECT", execution.getName());
      assertTrue(execution.getStartTimeUnixNano() >= request.getStartTimeUnixNano());
    }
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
