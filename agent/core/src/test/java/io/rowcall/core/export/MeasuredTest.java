package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowcall.format.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the requests after the warm-up, with which budgets are compared. */
final class MeasuredTest {
  @TempDir private Path folder;

  @Test
  void reportsTheRequestsAfterTheWarmUpSeparately() throws IOException {
    Endpoint endpoint = endpoint("warmup.requests=3,warmup=1ms");
    assertEquals(10, endpoint.requests);
    assertEquals(3 * 5 + 7, endpoint.executions.total);
    var measured = requireNonNull(endpoint.measured);
    assertEquals(7, measured.requests);
    assertEquals(1, measured.executions.min);
    assertEquals(1, measured.executions.max);
    assertEquals(7, measured.executions.total);
  }

  @Test
  void reportsNoneWithoutASetting() throws IOException {
    assertNull(endpoint("report.interval=10s").measured);
  }

  @Test
  void reportsNoneWhenTheWarmUpNeverEnded() throws IOException {
    assertNull(endpoint("warmup=1h").measured);
  }

  private Endpoint endpoint(String arguments) throws IOException {
    var report =
        Recorded.report(
            folder,
            arguments,
            script -> {
              for (int request = 1; request <= 10; request++) {
                int executions = request <= 3 ? 5 : 1;
                script.request(
                    "/owners",
                    () -> {
                      for (int i = 0; i < executions; i++) {
                        execute("SELECT a FROM t" + Character.toString('a' + i), 1);
                      }
                    });
                // Longer than the minimum warm-up of a millisecond.
                long start = System.nanoTime();
                while (System.nanoTime() - start < 2_000_000) {
                  Thread.onSpinWait();
                }
              }
            });
    return requireNonNull(report).endpoints.get(0);
  }
}
