package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other agents, debuggers and hot reload may retransform the classes that Rowcall has woven. */
@Shows(Promise.RETRANSFORMED)
final class RetransformIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final String H2 = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {H2, "jdbc:sqlite:shop.db?synchronous=OFF"})
  void countsAfterAnotherAgentRetransformedDriverAndPool(String url) throws Exception {
    ServiceCommand command = command(url);
    try (ServiceProcess service = command.start()) {
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      retransform(service);
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      exit(service);
    }
    assertLoops(2, 22);
  }

  /** Classes loaded before the agent have no state field, and must not get one later. */
  @ParameterizedTest
  @ValueSource(strings = {H2, "jdbc:sqlite:shop.db?synchronous=OFF"})
  void countsAfterRowcallWasAttachedToARunningService(String url) throws Exception {
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
        .jvmArg("-Dshop.connections=hikari")
        // SQLite's driver validates connections with a statement; this setting avoids it.
        .jvmArg("-Dcom.zaxxer.hikari.aliveBypassWindowMs=600000")
        .jvmArg("-Dshop.url=" + url);
  }

  private void retransform(ServiceProcess service) throws Exception {
    attach(service, RetransformingAgent.createJar(Files.createTempDirectory(folder, "jar")), "");
    Await.until(() -> !result(service).isEmpty(), TIMEOUT, () -> "no result");
    assertTrue(result(service).matches("\\d+, redefined [1-9]\\d*"), result(service));
  }

  private static String result(ServiceProcess service) {
    return service.stdout().stream()
        .filter(line -> line.startsWith(RetransformingAgent.DONE))
        .map(line -> line.substring(RetransformingAgent.DONE.length()))
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

  /** Ends the service once a report shows that all classes that write it are loaded. */
  private void exit(ServiceProcess service) throws Exception {
    Path reports = folder.resolve("rowcall-reports");
    Await.until(() -> !Report.files(reports).isEmpty(), TIMEOUT, () -> "no report");
    service.exit();
  }

  private void assertLoops(long requests, long executions) {
    Report report = Report.in(folder);
    assertEquals(requests, report.endpoint("/loop").path("requests").asLong());
    assertEquals(executions, report.endpoint("/loop").at("/executions/total").asLong());
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
