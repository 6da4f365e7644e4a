package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders of reports and logs that break under a running service, and that are repaired. Meanwhile
 * the service answers as ever; afterwards, the report has every execution.
 */
@Shows(Promise.REPORT_FOLDER)
final class BrokenFolderIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void isCreatedAgainAfterItHasVanished() throws Exception {
    try (ServiceProcess service = start(folder.resolve("reports"))) {
      long before = load(service);
      Await.until(() -> reported() == before, TIMEOUT, service::output);
      for (Path report : Report.files(folder.resolve("reports"))) {
        Files.delete(report);
      }
      Files.delete(folder.resolve("reports"));
      assertReported(service, 0);
    }
  }

  @Test
  void isCreatedOnceAFileIsOutOfItsWay() throws Exception {
    Path file = Files.createFile(folder.resolve("reports"));
    try (ServiceProcess service = start(file)) {
      load(service);
      Await.until(() -> service.agentLines().size() >= 2, TIMEOUT, service::output);
      Files.delete(file);
      assertReported(service, 2);
    }
  }

  @Test
  void isWrittenAgainOnceTheDiskHasRoom() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("reports"));
    mount("-t", "tmpfs", "-o", "size=96k", "tmpfs", disk.toString());
    try (ServiceProcess service = start(disk)) {
      Path filler = disk.resolve("filler");
      assertTrue(fill(filler) > 0);
      load(service);
      Await.until(() -> service.agentLines().size() >= 2, TIMEOUT, service::output);
      Files.delete(filler);
      assertReported(service, 2);
      assertTrue(Report.read(onlyReport()).total("droppedLogLines") > 0);
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void isWrittenAgainOnceTheDiskIsNoLongerReadOnly() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("reports"));
    mount("-t", "tmpfs", "-o", "ro", "tmpfs", disk.toString());
    try (ServiceProcess service = start(disk)) {
      load(service);
      Await.until(() -> service.agentLines().size() >= 2, TIMEOUT, service::output);
      mount("-o", "remount,rw", disk.toString());
      assertReported(service, 2);
    } finally {
      run("umount", disk.toString());
    }
  }

  /** The live view is not served; everything else goes on. */
  @Test
  void isWrittenIfThePortOfTheLiveViewIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServiceProcess service =
            Safety.service(folder)
                .with("report.dir", folder.resolve("reports"))
                .with("live.port", taken.getLocalPort())
                .start()) {
      assertReported(service, 1);
      assertTrue(service.agentLines().get(0).contains("live.port"), service::output);
    }
  }

  private ServiceProcess start(Path reports) throws IOException {
    return Safety.service(folder)
        .with("report.dir", reports)
        .with("log.requests", reports.resolve("requests.log"))
        .start();
  }

  private static long load(ServiceProcess service) throws IOException {
    assertEquals("none\none\n", service.get("/load/2").text());
    assertEquals("2", service.get("/load/2").header("X-Query-Count"));
    return Safety.executions(service);
  }

  /** The agent has written some lines, one for each thing that it could not do. */
  private void assertReported(ServiceProcess service, int lines) throws IOException {
    long executions = load(service);
    Await.until(() -> reported() == executions, TIMEOUT, service::output);
    service.exit();
    assertEquals(lines, service.agentLines().size(), service::output);
    assertEquals(executions, reported());
  }

  private long reported() {
    List<Path> files = reports();
    return files.isEmpty() ? 0 : Report.read(files.get(0)).total("executions");
  }

  private Path onlyReport() {
    List<Path> files = reports();
    assertEquals(1, files.size(), files::toString);
    return files.get(0);
  }

  private List<Path> reports() {
    return Report.files(folder.resolve("reports")).stream()
        .filter(file -> file.toString().endsWith(".json"))
        .toList();
  }

  /** Fills the disk to the last byte. */
  private static long fill(Path file) throws IOException {
    long written = 0;
    try (var out = Files.newOutputStream(file)) {
      while (written < 1 << 20) {
        out.write(0);
        written++;
      }
    } catch (IOException full) {
      return written;
    }
    throw new AssertionError("the disk is not full");
  }

  private static void mount(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "mount";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    assumeTrue(run(command) == 0, "file systems cannot be mounted here");
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
