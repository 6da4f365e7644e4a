package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Recovery from a full heap: the agent continues to write reports once memory is free again. */
@Shows(Promise.FULL_HEAP)
final class OutOfMemoryIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Statements that create the tables, and the first query. */
  private static final int MIN_EXECUTIONS = 9;

  private static final int QUERIES_AFTERWARDS = 150;

  @TempDir private Path folder;

  @RepeatedTest(4)
  void writesReportsAgainOnceMemoryIsFree() throws IOException {
    try (ServiceProcess service = command("FullHeapService").start()) {
      Await.until(() -> executions() > 0, TIMEOUT, service::output);
      Await.until(() -> service.stdout().contains("FREE"), TIMEOUT, service::output);
      long before = executions();
      Await.until(() -> executions() > before, TIMEOUT, service::output);
      service.terminate();
      assertTrue(service.agentLines().size() <= 2, service::output);
    }
    Report report = Report.in(folder);
    assertEquals(0, report.json().at("/run/running").asInt(), "run.running after the end");
    try (Stream<Path> files = Files.list(folder.resolve("rowcall-reports"))) {
      assertEquals(1, files.count(), "an unfinished file is left");
    }
  }

  /** The program itself may not survive; then it has executed as much as the report says. */
  @RepeatedTest(2)
  void writesAReportIfTheHeapWasFullRightAfterTheFirstStatement() throws IOException {
    try (ServiceProcess program = command("FullHeapAtStart").start()) {
      program.awaitExit();
      boolean survived = program.stdout().contains("FREE");
      long expected = MIN_EXECUTIONS + (survived ? QUERIES_AFTERWARDS : 0);
      assertTrue(executions() >= expected, program::output);
    }
  }

  private ServiceCommand command(String program) {
    String jar = ServiceCommand.SERVICES.resolve("jdk/target/jdk.jar").toString();
    return ServiceCommand.of("jdk", folder)
        .mainClass(jar, "io.acme.jdk." + program)
        .jvmArg("-Xmx48m")
        .with("report.interval", "100ms");
  }

  private long executions() {
    List<Path> files = Report.files(folder.resolve("rowcall-reports"));
    return files.isEmpty() ? 0 : Report.read(files.get(0)).total("executions");
  }
}
