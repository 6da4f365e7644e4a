package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Starts of the agent while sixteen threads load drivers, executors and servers. A JVM that hangs
 * fails the test with the stacks of its threads.
 */
@Shows(Promise.CONTENDED_START)
final class ContendedStartIT {
  private static final String EXECUTED = "EXECUTED ";
  private static final int STARTS = 200;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  static Stream<Path> jdks() {
    return Stream.of(Jdks.current(), Jdks.java25());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void countsExactly(Path jdk) throws IOException {
    assertCountsExactly(Safety.program(folder, "ContendedStart").onJdk(jdk), folder);
  }

  @Tag("compat")
  @Test
  void countsExactlyTwoHundredTimes() throws Exception {
    ExecutorService pairs = Executors.newFixedThreadPool(2);
    try {
      List<Path> jdks = jdks().toList();
      var starts = new ArrayList<Callable<Path>>();
      for (int i = 0; i < STARTS; i++) {
        Path own = folder.resolve("start-" + i);
        Path jdk = jdks.get(i % jdks.size());
        starts.add(
            () -> {
              assertCountsExactly(Safety.program(own, "ContendedStart").onJdk(jdk), own);
              return own;
            });
      }
      for (Future<Path> start : pairs.invokeAll(starts)) {
        start.get();
      }
    } finally {
      pairs.shutdownNow();
    }
  }

  /** The JDK initializes its log manager, and the manager its handlers, while the agent starts. */
  @ParameterizedTest
  @ValueSource(strings = {"org.jboss.logmanager.LogManager", "io.acme.safety.QueryingLogManager"})
  void countsExactlyWithAnotherLogManager(String logManager) throws IOException {
    assertCountsExactly(
        Safety.program(folder, "ContendedStart", "jboss-logmanager", "wildfly-common")
            .jvmArg("-Djava.util.logging.manager=" + logManager),
        folder);
  }

  /** The JDK loads the provider from the class path, to read its own modules. */
  @Test
  void countsExactlyWithAnotherFileSystem() throws IOException {
    assertCountsExactly(
        Safety.program(folder, "ContendedStart")
            .jvmArg(
                "-Djava.nio.file.spi.DefaultFileSystemProvider="
                    + "io.acme.safety.OwnFileSystemProvider"),
        folder);
  }

  private static void assertCountsExactly(ServiceCommand command, Path folder) throws IOException {
    // Quiet: at the end it would say that no request was seen.
    try (ServiceProcess program = command.with("quiet", "true").start()) {
      Await.until(() -> executed(program) >= 0, TIMEOUT, program::stacks);
      long executions = executed(program);
      Await.until(() -> reported(folder) == executions, TIMEOUT, program::stacks);
      program.terminate();
      assertEquals(List.of(), program.agentLines());
    }
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
  }

  /** What the driver has counted; -1 while threads are running. */
  private static long executed(ServiceProcess program) {
    return program.stdout().stream()
        .filter(line -> line.startsWith(EXECUTED))
        .mapToLong(line -> Long.parseLong(line.substring(EXECUTED.length())))
        .findFirst()
        .orElse(-1);
  }

  private static long reported(Path folder) {
    List<Path> files = Report.files(folder.resolve("rowcall-reports"));
    return files.isEmpty() ? -1 : Report.read(files.get(0)).total("executions");
  }
}
