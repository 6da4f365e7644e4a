package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attaching to a JVM in which one class cannot be retransformed. */
@Shows(Promise.BAD_CLASS)
final class BadClassIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @TempDir private Path folder;

  /** Another agent returns garbage for a statement of the driver, which fails the whole batch. */
  @Test
  void doesNotStopTheOthers() throws Exception {
    ServiceCommand command =
        Safety.service(folder).withoutAgent().agentBefore(Safety.JAR + "=garbage");
    long executions;
    try (ServiceProcess service = command.start()) {
      assertEquals("none\n", service.get("/load/1").text());
      long before = Safety.executions(service);
      attach(service);
      assertEquals("10", service.get("/load/10").header("X-Query-Count"));
      Await.until(this::isLoadReported, TIMEOUT, service::output);
      executions = Safety.executions(service) - before;
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(executions, report.total("executions"), report::totals);
    assertTrue(report.total("suppressedErrors") > 0, report::totals);
  }

  private boolean isLoadReported() {
    return Report.files(folder.resolve("rowcall-reports")).stream()
        .anyMatch(file -> Report.read(file).hasEndpoint("/load"));
  }

  private static void attach(ServiceProcess service) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(service.pid()));
    try {
      machine.loadAgent(ServiceCommand.AGENT_JAR.toString(), "service=late,report.interval=1s");
    } finally {
      machine.detach();
    }
  }
}
