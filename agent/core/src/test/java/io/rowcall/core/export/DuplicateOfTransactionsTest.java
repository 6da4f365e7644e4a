package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.PoolHooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same query in two transactions, whose isolation level is read from no connection. */
final class DuplicateOfTransactionsTest {
  private static final String SAID =
      "in different transactions: at REPEATABLE READ or above, each sees a state of its own, and"
          + " asking again may be meant";

  @Test
  void saysThatAskingAgainMayBeMeant(@TempDir Path folder) throws IOException {
    assertEquals(1, said(folder, true));
  }

  @Test
  void saysNothingWithinOne(@TempDir Path folder) throws IOException {
    assertEquals(0, said(folder, false));
  }

  private static long said(Path folder, boolean commits) throws IOException {
    var report =
        Recorded.report(
            folder,
            script ->
                script.request(
                    "/owners",
                    () -> {
                      execute("SELECT * FROM owners WHERE id = ?", 1, 7);
                      if (commits) {
                        PoolHooks.afterTransactionEnd(
                            PoolHooks.beforeTransactionEnd(), true, false);
                      }
                      execute("SELECT * FROM owners WHERE id = ?", 1, 7);
                    }));
    var findings = Objects.requireNonNull(report).findings;
    assertEquals(1, findings.size());
    assertEquals("duplicate", findings.get(0).type);
    return findings.get(0).evidence.stream().filter(SAID::equals).count();
  }
}
