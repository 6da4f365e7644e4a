package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that end without any hook: killed at random moments under load, and halted. */
@Shows(Promise.DATA_AT_EXIT)
final class KillIT {
  private static final int KILLS = Integer.getInteger("rowcall.kills", 40);
  private static final int PARALLEL = Integer.getInteger("rowcall.kills.parallel", 2);
  private static final int MAX_MILLIS = 6_000;

  /** From the first request to a report, on a machine that does nothing else. */
  private static final Duration FIRST_REPORT = Duration.ofSeconds(60);

  /** The interval of reports, and what writing one may take. */
  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void leavesTheLastReportIfTheJvmHalts() throws IOException {
    try (ServiceProcess service = Safety.service(folder).start()) {
      service.get("/load/10");
      Await.until(() -> hasLoad(folder), FIRST_REPORT, service::output);
      service.get("/halt");
      service.awaitExit();
      assertEquals(3, service.exitCode());
    }
    assertEquals(10, Report.in(folder).endpoint("/load").at("/executions/total").asLong());
  }

  @Tag("compat")
  @Test
  void leavesAWholeReportWheneverItIsKilled() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(PARALLEL);
    Random random = new Random(16);
    try {
      var kills = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < KILLS; i++) {
        Path own = folder.resolve("kill-" + i);
        long millis = random.nextInt(MAX_MILLIS);
        kills.add(() -> kill(own, millis));
      }
      int early = 0;
      for (Future<Boolean> kill : executor.invokeAll(kills)) {
        early += kill.get() ? 0 : 1;
      }
      System.out.println(KILLS + " kills, of these " + early + " before the first report");
    } finally {
      executor.shutdownNow();
    }
  }

  /** Whether there was a report; each one is whole, and recent if there was time for one. */
  private static boolean kill(Path folder, long millis) throws IOException {
    ServiceCommand command = Safety.program(folder, "EndlessLoad").with("report.interval", "10s");
    Instant killed;
    try (ServiceProcess program = command.start()) {
      LockSupport.parkNanos(millis * 1_000_000);
      killed = Instant.now();
      program.kill();
    }
    List<Path> files = Report.files(folder.resolve("rowcall-reports"));
    assertTrue(files.size() <= 1, files::toString);
    if (files.isEmpty()) {
      return false;
    }
    Report report = Report.read(files.get(0));
    assertTrue(report.total("executions") > 0, report::totals);
    Instant written = Instant.parse(report.json().at("/run/end").asText());
    Duration age = Duration.between(written, killed);
    assertTrue(age.compareTo(MAX_AGE) <= 0, () -> "the report is " + age + " old");
    return true;
  }

  private static boolean hasLoad(Path folder) {
    return Report.files(folder.resolve("rowcall-reports")).stream()
        .anyMatch(file -> Report.read(file).hasEndpoint("/load"));
  }
}
