package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.tools.attach.VirtualMachine;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attaching to a running JVM, and attaching twice. */
final class AttachIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @TempDir private Path folder;

  /** Pool, statements, servlets and handlers are already loaded and in use. */
  @ParameterizedTest
  @ValueSource(strings = {"jdk", "jetty9", "tomcat11"})
  @Shows(Promise.LATE_ATTACH)
  void countsInARunningService(String name) throws Exception {
    ServiceCommand command =
        ServiceCommand.of(name, folder).withoutAgent().jvmArg("-Dshop.connections=hikari");
    try (ServiceProcess service = command.start()) {
      ServiceResponse before = service.get("/loop/10");
      attach(service);
      ServiceResponse after = service.get("/loop/10");
      assertEquals(before.text(), after.text());
      assertEquals("11", after.header("X-Query-Count"));
      // Loads all classes that write a report, which may take longer than the shutdown allows.
      Await.until(this::isLoopReported, TIMEOUT, () -> "no report of the loop in " + folder);
      service.exit();
    }
    Report report = Report.in(folder);
    JsonNode loop = report.endpoint("/loop");
    assertEquals(1, loop.path("requests").asLong(), loop::toString);
    assertEquals(11, loop.at("/executions/total").asLong(), loop::toString);
    assertEquals(1, report.findings("/loop", "n+1-select").size(), report.json()::toString);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private boolean isLoopReported() {
    return Report.files(folder.resolve("rowcall-reports")).stream()
        .anyMatch(file -> Report.read(file).hasEndpoint("/loop"));
  }

  @Test
  @Shows(Promise.TWICE)
  void logsOneLineIfTheJarIsGivenTwice() throws IOException {
    try (ServiceProcess service = ServiceCommand.of("jdk", folder).withAgents(2).start()) {
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      service.exit();
      assertRefusedOnce(service);
    }
    assertEquals(11, Report.in(folder).endpoint("/loop").at("/executions/total").asLong());
  }

  @Test
  @Shows(Promise.TWICE)
  void logsOneLineIfItIsAlreadyAttached() throws Exception {
    try (ServiceProcess service = ServiceCommand.of("jdk", folder).start()) {
      attach(service);
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      service.exit();
      assertRefusedOnce(service);
    }
    assertEquals(11, Report.in(folder).endpoint("/loop").at("/executions/total").asLong());
  }

  private static void attach(ServiceProcess service) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(service.pid()));
    try {
      machine.loadAgent(ServiceCommand.AGENT_JAR.toString(), "service=late,report.interval=1s");
    } finally {
      machine.detach();
    }
  }

  private static void assertRefusedOnce(ServiceProcess service) {
    List<String> lines = service.agentLines();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).contains("already"), lines::toString);
  }
}
