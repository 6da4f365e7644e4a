package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowcall.boot.CacheHooks;
import io.rowcall.core.record.Script;
import io.rowcall.format.Report;
import io.rowcall.format.read.ReportReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that make a gate's verdict independent of the order of requests and of columns. */
final class StableVerdictTest {
  @TempDir private Path folder;

  @Test
  void reportsTheMostExecutionsWithoutACacheMiss() throws IOException {
    var executions =
        written(
                script -> {
                  script.request("/owners", () -> loop("name", 9, true));
                  script.request("/owners", () -> loop("name", 2, false));
                })
            .endpoints
            .get(0)
            .executions;
    assertEquals(10, executions.max);
    assertEquals(9, executions.maxCacheMisses);
    assertEquals(3L, executions.maxWithoutMiss);
  }

  @Test
  void omitsItWhenEveryRequestMissed() throws IOException {
    Report report = written(script -> script.request("/owners", () -> loop("name", 9, true)));
    assertNull(report.endpoints.get(0).executions.maxWithoutMiss);
    assertEquals(9, report.endpoints.get(0).executions.maxCacheMisses);
  }

  @Test
  void countsTheRequestsWhoseLoopAWarmCacheWouldAnswer() throws IOException {
    Report report =
        written(
            script -> {
              script.request("/owners", () -> loop("name", 9, true));
              script.request("/owners", () -> loop("name", 9, false));
            });
    assertEquals("n+1-select", report.findings.get(0).type);
    assertEquals(2, report.findings.get(0).requests);
    assertEquals(1, report.findings.get(0).requestsWithMisses);
  }

  @Test
  void keepsTheIdOfAFindingWhenItsStatementSelectsAnotherColumn() throws IOException {
    Report before = written(script -> script.request("/owners", () -> loop("name", 9, false)));
    Report after = written(script -> script.request("/owners", () -> loop("name, a", 9, false)));
    var old = requireNonNull(before.findings.get(0).statement);
    var now = requireNonNull(after.findings.get(0).statement);
    assertEquals(before.findings.get(0).id, after.findings.get(0).id);
    assertEquals(old.shapeId, now.shapeId);
    assertEquals(false, old.id.equals(now.id));
    for (var statement : after.statements) {
      assertEquals(16, statement.shapeId.length());
    }
  }

  @Test
  void measuresTheRequestsAfterAMarkSeparately() throws IOException {
    Report report =
        requireNonNull(
            Recorded.report(
                folder,
                "report.interval=1ms",
                script -> {
                  script.request("/owners", () -> loop("name", 9, false));
                  waitFor("/probe", script, written -> !written.endpoints.isEmpty());
                  touch(folder.resolve("mark"));
                  waitFor("/probe", script, written -> written.endpoints.get(0).measured != null);
                  script.request("/owners", () -> loop("name", 2, false));
                  script.request("/owners", () -> loop("name", 3, false));
                }));
    var endpoint =
        report.endpoints.stream().filter(e -> e.name.endsWith("/owners")).findFirst().orElseThrow();
    assertEquals(3, endpoint.requests);
    assertEquals(10, endpoint.executions.max);
    var measured = requireNonNull(endpoint.measured);
    assertEquals(2, measured.requests);
    assertEquals(4, measured.executions.max);
    assertEquals(4L, measured.executions.maxWithoutMiss);
  }

  /** Sends requests until the report fulfills a condition. */
  private void waitFor(String path, Script script, Predicate<Report> condition) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() - end < 0) {
      script.request(path, () -> execute("SELECT * FROM shops", 1));
      try {
        for (Path file : Recorded.files(folder)) {
          String name = file.getFileName().toString();
          if (name.startsWith("rowcall-") && condition.test(read(file))) {
            return;
          }
        }
      } catch (IOException replaced) {
        // Replaced while it was read: try the next one.
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("the report does not fulfill the condition");
  }

  private static Report read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return ReportReader.read(file.toString(), in);
    }
  }

  private static void touch(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void loop(String columns, int rows, boolean cold) {
    execute("SELECT id FROM owners", rows);
    for (int i = 0; i < rows; i++) {
      if (cold) {
        CacheHooks.onMisses(1);
      }
      execute("SELECT " + columns + " FROM pets WHERE owner_id = ?", 1, i);
    }
  }

  private Report written(Consumer<Script> work) throws IOException {
    var cache = new Object();
    Consumer<Script> cached =
        script -> {
          CacheHooks.onNamed(cache, "pets");
          CacheHooks.beforeCount(cache);
          work.accept(script);
        };
    for (Path file : Recorded.files(folder)) {
      Files.delete(file);
    }
    return requireNonNull(Recorded.report(folder, cached));
  }
}
