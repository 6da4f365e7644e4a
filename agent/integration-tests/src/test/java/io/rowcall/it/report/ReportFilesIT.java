package io.rowcall.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report folder: shared, a symbolic link, or with files of killed JVMs. */
@Shows(Promise.REPORT_FOLDER)
final class ReportFilesIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  /** In containers, two JVMs may have the same process id and start in the same second. */
  @Test
  void haveDifferentNamesForTwoJvmsOfTheSameService() throws IOException {
    Path shared = folder.resolve("shared");
    try (ServiceProcess first = service("first").with("report.dir", shared).start();
        ServiceProcess second = service("second").with("report.dir", shared).start()) {
      first.get("/loop/10");
      second.get("/loop/20");
      first.exit();
      second.exit();
    }
    List<Path> files = Report.files(shared);
    assertEquals(2, files.size(), files::toString);
    for (Path file : files) {
      String name = file.getFileName().toString();
      assertTrue(name.matches("rowcall-jdk-\\d+-\\d{8}-\\d{6}-[0-9a-f]{8}\\.json"), name);
    }
  }

  static Stream<Path> jdks() {
    return Stream.concat(Stream.of(Jdks.current()), Jdks.additional());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void areWrittenThroughALinkToTheFolder(Path jdk) throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    try (ServiceProcess service = service("a").onJdk(jdk).with("report.dir", link).start()) {
      service.get("/loop/10");
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertEquals(1, Report.files(real).size());
  }

  @Test
  void areCleanedUpIfAKilledJvmLeftThemUnfinished() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("a/rowcall-reports"));
    Path unfinished =
        Files.createFile(reports.resolve(".rowcall-jdk-1-20260101-000000-0.json.new"));
    Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minusSeconds(60)));
    try (ServiceProcess service = service("a").start()) {
      service.get("/loop/10");
      service.exit();
    }
    assertFalse(Files.exists(unfinished));
  }

  @Test
  void areMarkedAsRunningIfTheJvmIsKilled() throws IOException {
    try (ServiceProcess service = service("a").with("report.interval", "1h").start()) {
      Await.until(
          () -> reports().size() == 1, TIMEOUT, service::output); // The report of the start.
      service.get("/loop/10");
      Await.until(
          () -> Report.read(reports().get(0)).hasEndpoint("/loop"), TIMEOUT, service::output);
      service.kill();
    }
    Report report = Report.in(folder.resolve("a"));
    assertEquals(1, report.json().at("/run/running").asInt());
  }

  private List<Path> reports() {
    return Report.files(folder.resolve("a/rowcall-reports"));
  }

  private ServiceCommand service(String name) {
    return ServiceCommand.of("jdk", folder.resolve(name));
  }
}
