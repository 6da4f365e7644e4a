package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.PoolHooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query repeated in two transactions, whose isolation level the agent does not read. */
final class DuplicateOfTransactionsTest {
  private static final String EVIDENCE =
      "in different transactions: at REPEATABLE READ or above, each has a snapshot of its own,"
          + " and the repetition may be intended";

  @Test
  void mentionsThatTheRepetitionMayBeIntended(@TempDir Path folder) throws IOException {
    assertEquals(1, count(folder, true));
  }

  @Test
  void omitsTheHintWithinOneTransaction(@TempDir Path folder) throws IOException {
    assertEquals(0, count(folder, false));
  }

  private static long count(Path folder, boolean commits) throws IOException {
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
    return findings.get(0).evidence.stream().filter(EVIDENCE::equals).count();
  }
}
