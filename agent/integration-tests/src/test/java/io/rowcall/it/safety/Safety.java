package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service {@code safety}, its other programs, and the jars that tests add to it. */
final class Safety {
  static final Path TARGET = ServiceCommand.SERVICES.resolve("safety/target");
  static final Path JAR = TARGET.resolve("safety.jar");

  /** Executions of a service before its first request. */
  static final int SETUP_EXECUTIONS = 2;

  private Safety() {}

  static ServiceCommand service(Path folder) {
    return ServiceCommand.of("safety", folder);
  }

  /** A program of the service, with some extra jars before it on the class path. */
  static ServiceCommand program(Path folder, String main, String... extraJars) {
    String path =
        Stream.concat(Stream.of(extraJars).map(Safety::extra), Stream.of(JAR))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return service(folder).mainClass(path, "io.acme.safety." + main);
  }

  static Path extra(String name) {
    return TARGET.resolve("extra/" + name + ".jar");
  }

  /** The jars that the service needs, and the service itself. */
  static List<Path> classPath() throws IOException {
    var jars = new ArrayList<Path>();
    jars.add(JAR);
    try (Stream<Path> files = Files.list(TARGET.resolve("lib"))) {
      files.sorted().forEach(jars::add);
    }
    return jars;
  }

  /** The count of the driver, which includes that of the next request. */
  static long executions(ServiceProcess service) throws IOException {
    return Long.parseLong(service.get("/executions").text());
  }

  /** Asserts that the report of a service that has ended has all of the driver's executions. */
  static void assertTotals(long driverExecutions, Path folder) {
    Report report = Report.in(folder);
    assertEquals(driverExecutions, report.total("executions"), report::totals);
    assertEquals(SETUP_EXECUTIONS, report.total("unattributedExecutions"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
  }

  /**
   * Requests ten executions of a service, and ends it: each of them is counted, and no error is
   * suppressed.
   */
  static void assertCountsExactly(ServiceCommand command, Path folder) throws IOException {
    long executions;
    try (ServiceProcess service = command.start()) {
      assertEquals("10", service.get("/load/10").header("X-Query-Count"));
      executions = executions(service);
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertTotals(executions, folder);
    Report report = Report.in(folder);
    assertEquals(10, report.endpoint("/load").at("/executions/total").asLong());
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
