package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults inside the agent, which another agent injects: every third call of a method throws. And
 * harm that the application does to its own threads, and to the agent's.
 */
final class FaultsIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final int REQUESTS = 30;

  @TempDir private Path folder;

  /** The boundaries behind the hooks, and between the agent's thread and its files. */
  @Shows(Promise.OWN_FAULTS)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.rowcall.core.start.PrivilegedEngine#statement;"
            + "io.rowcall.core.start.PrivilegedEngine#callSite;"
            + "io.rowcall.core.start.PrivilegedEngine#onUse;"
            + "io.rowcall.core.start.PrivilegedEngine#onRequestsWaiting;"
            + "io.rowcall.core.start.PrivilegedEngine#aggregate",
        "io.rowcall.core.export.RequestLog#add;"
            + "io.rowcall.core.export.RequestLog#flush;"
            + "io.rowcall.core.export.SlowLog#flush;"
            + "io.rowcall.core.export.Explainer#period;"
            + "io.rowcall.core.jfr.FlightEvents#period",
        "io.rowcall.core.export.ReportBuilder#fill;io.rowcall.core.export.ReportFile#write"
      })
  void ofTheAgentCostNoCount(String methods) throws IOException {
    try (ServiceProcess service =
        Safety.service(folder)
            .with("log.requests", folder.resolve("requests.log"))
            .agentBefore(Safety.JAR + "=" + methods)
            .start()) {
      for (int i = 0; i < REQUESTS; i++) {
        assertEquals("none\none\n", service.get("/load/2").text());
      }
      assertEquals("2", service.get("/load/2").header("X-Query-Count"));
      long executions = Safety.executions(service);
      Await.until(() -> reported() == executions, TIMEOUT, service::output);
      service.exit();
      assertTrue(service.stdout().stream().noneMatch(line -> line.contains("[Byte Buddy]")));
      assertTrue(service.agentLines().stream().anyMatch(line -> line.contains("injected")));
    }
  }

  /** What is not woven cannot be counted, which the report says. */
  @Shows(Promise.OWN_FAULTS)
  @Test
  void whileWeavingLeaveTheApplicationAsItIs() throws IOException {
    try (ServiceProcess service =
        Safety.service(folder)
            .agentBefore(Safety.JAR + "=io.rowcall.core.weave.ClassRewriter#rewrite")
            .start()) {
      for (int i = 0; i < REQUESTS; i++) {
        assertEquals("none\none\n", service.get("/load/2").text());
      }
      service.exit();
      assertEquals(2, service.agentLines().size(), service::output);
      assertTrue(service.agentLines().get(0).contains("injected"), service::output);
      assertTrue(service.agentLines().get(1).contains("were not woven"), service::output);
    }
    assertTrue(Report.in(folder).total("suppressedErrors") > 0);
  }

  @Shows(Promise.HARM)
  @Test
  void ofTheApplicationCostNoCount() throws IOException {
    long executions;
    try (ServiceProcess plain = Safety.service(folder.resolve("plain")).withoutAgent().start();
        ServiceProcess service = Safety.service(folder).start()) {
      for (String harm : List.of("overflow", "interrupt", "stop", "die", "overflow")) {
        String path = "/harm/" + harm;
        assertEquals(plain.get(path).text(), service.get(path).text());
        assertEquals("5", service.get("/load/5").header("X-Query-Count"), harm);
      }
      executions = Safety.executions(service);
      Await.until(() -> reported() == executions, TIMEOUT, service::output);
      service.exit();
    }
    assertEquals(executions, reported());
  }

  /** Times in the report may be wrong then; intervals and counts are not. */
  @Shows(Promise.CLOCK)
  @Test
  void ofTheClockCostNoCount() throws IOException {
    ServiceCommand command =
        Safety.service(folder)
            .with("log.requests", folder.resolve("requests.log"))
            .agentBefore(Safety.JAR + "=clock");
    long executions;
    try (ServiceProcess service = command.start()) {
      for (int i = 0; i < REQUESTS; i++) {
        assertEquals("2", service.get("/load/2").header("X-Query-Count"));
      }
      executions = Safety.executions(service);
      Await.until(() -> reported() == executions, TIMEOUT, service::output);
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    assertEquals(executions, report.total("executions"));
    assertEquals(0, report.total("suppressedErrors"));
  }

  private long reported() {
    List<Path> files = Report.files(folder.resolve("rowcall-reports"));
    return files.isEmpty() ? 0 : Report.read(files.get(0)).total("executions");
  }
}
