package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Isolation: an application sees no class of the agent, and its machine only the report file. */
final class IsolationIT {
  @TempDir private Path folder;

  /** The service ships none of these classes. H2's driver shows that the probe works. */
  @Test
  @Shows(Promise.ISOLATION)
  void hidesItsClassesFromTheApplication() throws IOException {
    try (ServiceProcess service = ServiceCommand.of("jdk", folder).start()) {
      service.get("/loop/10");
      assertTrue(visibility(service, "org.h2.Driver").startsWith("visible"));
      List<String> hidden =
          List.of(
              "net.bytebuddy.ByteBuddy",
              "com.fasterxml.jackson.databind.ObjectMapper",
              "com.fasterxml.jackson.core.JsonFactory",
              "org.HdrHistogram.Histogram",
              "org.slf4j.simple.SimpleLogger",
              "io.rowcall.format.Report",
              "io.rowcall.core.start.AgentRuntime",
              "io.rowcall.boot.JdbcHooks");
      for (String name : hidden) {
        assertEquals("not visible\n", visibility(service, name), name);
      }
    }
  }

  /** The service has an older SLF4J than the agent. */
  @Test
  @Shows(Promise.ISOLATION)
  void keepsTheApplicationsSlf4j() throws IOException {
    try (ServiceProcess service = ServiceCommand.of("jdk", folder).start()) {
      String logger = visibility(service, "org.slf4j.Logger");
      assertTrue(logger.matches("visible in .*/lib/slf4j-api-1\\.7[.\\d]+jar\n"), logger);
    }
  }

  private static String visibility(ServiceProcess service, String name) throws IOException {
    return service.get("/probe/class/" + name).text();
  }

  @Test
  void createsNoFileExceptTheReport() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path work = folder.resolve("work");
    ServiceCommand command = ServiceCommand.of("jdk", work).jvmArg("-Djava.io.tmpdir=" + temporary);
    try (ServiceProcess service = command.start()) {
      service.get("/loop/10");
      service.exit();
    }
    assertEquals(List.of(), names(temporary));
    assertEquals(List.of("rowcall-reports", "stderr", "stdout"), names(work));
    assertEquals(1, Report.files(work.resolve("rowcall-reports")).size());
  }

  @Test
  @Shows(Promise.OWNER_ONLY)
  void writesTheReportReadableByItsOwnerOnly() throws IOException {
    try (ServiceProcess service = ServiceCommand.of("jdk", folder).start()) {
      service.get("/loop/10");
      service.exit();
      Path file = Report.files(folder.resolve("rowcall-reports")).get(0);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      String name = file.getFileName().toString();
      assertTrue(name.matches("rowcall-jdk-" + service.pid() + "-.+\\.json"), name);
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
