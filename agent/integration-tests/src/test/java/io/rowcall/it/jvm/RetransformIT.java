package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other agents, debuggers and reloaders may retransform what Rowcall has woven. */
final class RetransformIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String H2 = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {H2, "jdbc:sqlite:shop.db?synchronous=OFF"})
  void countsWhenAnotherAgentHasRetransformedDriverAndPool(String url) throws Exception {
    ServiceCommand command = command(url);
    try (ServiceProcess service = command.start()) {
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      retransform(service);
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      exit(service);
    }
    assertLoops(2, 22);
  }

  /** What was loaded before the agent has no field, and must not get one then. */
  @ParameterizedTest
  @ValueSource(strings = {H2, "jdbc:sqlite:shop.db?synchronous=OFF"})
  void countsWhenItWasAttachedItself(String url) throws Exception {
    try (ServiceProcess service = command(url).withoutAgent().start()) {
      service.get("/loop/10");
      attach(service, ServiceCommand.AGENT_JAR, "service=late,report.interval=1s");
      retransform(service);
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      exit(service);
    }
    assertLoops(1, 11);
  }

  private ServiceCommand command(String url) {
    return ServiceCommand.of("jdk", folder)
        .jvm("-Dshop.connections=hikari")
        // The driver of SQLite would validate a connection with a statement.
        .jvm("-Dcom.zaxxer.hikari.aliveBypassWindowMs=600000")
        .jvm("-Dshop.url=" + url);
  }

  private void retransform(ServiceProcess service) throws Exception {
    attach(service, Retransformer.jar(Files.createTempDirectory(folder, "jar")), "");
    Await.until(() -> !result(service).isEmpty(), PATIENCE, () -> "no result of it");
    assertTrue(result(service).matches("\\d+, redefined [1-9]\\d*"), result(service));
  }

  private static String result(ServiceProcess service) {
    return service.stdout().stream()
        .filter(line -> line.startsWith(Retransformer.DONE))
        .map(line -> line.substring(Retransformer.DONE.length()))
        .findFirst()
        .orElse("");
  }

  private static void attach(ServiceProcess service, Path jar, String arguments) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(service.pid()));
    try {
      machine.loadAgent(jar.toString(), arguments);
    } finally {
      machine.detach();
    }
  }

  /** Ends it when everything that writes a report is loaded. */
  private void exit(ServiceProcess service) throws Exception {
    Path reports = folder.resolve("rowcall-reports");
    Await.until(() -> !Report.files(reports).isEmpty(), PATIENCE, () -> "no report");
    service.exit();
  }

  private void assertLoops(long requests, long executions) {
    Report report = Report.in(folder);
    assertEquals(requests, report.endpoint("/loop").path("requests").asLong());
    assertEquals(executions, report.endpoint("/loop").at("/executions/total").asLong());
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
