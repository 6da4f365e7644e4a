package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other agents in the same JVM, before this one and after it. Their exporters are off. */
@Shows(Promise.OTHER_AGENTS)
final class OtherAgentsIT {
  private static final List<String> SWITCHED_OFF =
      List.of(
          "-Dotel.traces.exporter=none",
          "-Dotel.metrics.exporter=none",
          "-Dotel.logs.exporter=none",
          "-Delastic.apm.disable_send=true",
          "-Delastic.apm.cloud_provider=NONE",
          "-Ddd.trace.agent.url=http://127.0.0.1:9",
          "-Ddd.instrumentation.telemetry.enabled=false",
          "-Ddd.remote_config.enabled=false",
          "-Ddd.jmxfetch.enabled=false",
          "-Ddd.trace.startup.logs=false");

  @TempDir private Path folder;

  @Test
  void countExactlyTogetherWithJacoco() throws IOException {
    String agent = Safety.extra("org.jacoco.agent-runtime") + "=output=file,destfile=jacoco.exec";
    assertCountsExactly("jdk", agent, true);
    assertTrue(Files.size(folder.resolve("jacoco.exec")) > 0);
  }

  @Tag("compat")
  @ParameterizedTest
  @CsvSource({
    "org.jacoco.agent-runtime, false",
    "opentelemetry-javaagent, true",
    "opentelemetry-javaagent, false",
    "elastic-apm-agent, true",
    "elastic-apm-agent, false",
    "dd-java-agent, true",
    "dd-java-agent, false"
  })
  void countExactlyTogetherWithAnother(String agent, boolean before) throws IOException {
    assertCountsExactly("tomcat11", Safety.extra(agent).toString(), before);
  }

  /** The current span is the other agent's: its trace is that of our log lines and findings. */
  @Tag("compat")
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void logTheTraceOfOpenTelemetry(boolean before) throws IOException {
    assertCountsExactly("tomcat11", Safety.extra("opentelemetry-javaagent").toString(), before);
    List<String> lines = Files.readAllLines(folder.resolve("requests.log"));
    var mapper = new ObjectMapper();
    for (String line : lines) {
      JsonNode request = mapper.readTree(line);
      if (request.path("endpoint").asText().contains("/loop")) {
        String trace = request.path("traceId").asText();
        assertTrue(trace.matches("[0-9a-f]{32}"), line);
        assertEquals(
            trace,
            Report.in(folder)
                .findings("/loop", "n+1-select")
                .get(0)
                .at("/example/traceId")
                .asText());
        return;
      }
    }
    throw new AssertionError("no line of the loop in " + lines);
  }

  private void assertCountsExactly(String name, String agent, boolean before) throws IOException {
    String expected;
    try (ServiceProcess service =
        ServiceCommand.of(name, folder.resolve("plain")).withoutAgent().start()) {
      expected = service.get("/loop/10").text();
    }
    ServiceCommand command =
        ServiceCommand.of(name, folder).with("log.requests", folder.resolve("requests.log"));
    command = before ? command.agentBefore(agent) : command.jvmArg("-javaagent:" + agent);
    for (String argument : SWITCHED_OFF) {
      command.jvmArg(argument);
    }
    try (ServiceProcess service = command.start()) {
      ServiceResponse response = service.get("/loop/10");
      assertEquals(expected, response.text());
      assertEquals("11", response.header("X-Query-Count"));
      assertEquals("1", service.get("/batch/10").header("X-Query-Count"));
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(11, report.endpoint("/loop").at("/executions/total").asLong());
    assertEquals(1, report.endpoint("/batch").at("/executions/total").asLong());
    assertEquals(1, report.findings("/loop", "n+1-select").size(), report.json()::toString);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
