package io.rowcall.it.report;

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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Log files: readable by their owner only, reopened after a rotation, and never a symbolic link.
 */
@Shows(Promise.LOG_FILES)
final class LogFilesIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  @Shows(Promise.OWNER_ONLY)
  void areOwnerOnlyAndReopenedAfterARotation() throws IOException {
    Path requests = folder.resolve("logs/requests.log");
    Path slow = folder.resolve("logs/slow.log");
    ServiceCommand command =
        ServiceCommand.of("jdk", folder)
            .with("log.requests", requests)
            .with("log.slow-queries", slow);
    try (ServiceProcess service = command.start()) {
      service.get("/slow/250");
      Await.until(() -> size(requests) > 0 && size(slow) > 0, TIMEOUT, service::output);
      assertEquals("rw-------", mode(requests));
      assertEquals("rw-------", mode(slow));
      Files.move(folder.resolve("logs"), folder.resolve("logs.1"));
      service.get("/slow/250");
      Await.until(() -> size(requests) > 0 && size(slow) > 0, TIMEOUT, service::output);
      assertEquals("rw-------", mode(requests));
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertEquals(0, Report.in(folder).total("droppedLogLines"));
  }

  @Test
  void rejectASymbolicLinkAndLogItOnce() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path requests = Files.createSymbolicLink(folder.resolve("requests.log"), victim);
    try (ServiceProcess service =
        ServiceCommand.of("jdk", folder).with("log.requests", requests).start()) {
      service.get("/loop/10");
      service.get("/loop/10");
      service.exit();
      assertEquals(1, service.agentLines().size(), service::output);
      assertTrue(service.agentLines().get(0).contains("log.requests"), service::output);
    }
    assertEquals("mine", Files.readString(victim));
    assertTrue(Report.in(folder).total("droppedLogLines") > 0);
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
