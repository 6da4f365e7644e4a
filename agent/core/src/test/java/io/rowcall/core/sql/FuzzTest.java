package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Checks the rules of {@link Fuzz} on mutated SQL, the same texts in every build. To fuzz for ten
 * minutes, from a random seed or from {@code -Drowcall.fuzz.seed}:
 *
 * <pre>
 * mvn -pl agent/core -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Drowcall.fuzz.minutes=10
 * </pre>
 */
class FuzzTest {
  private static final int TEXTS = 60_000;

  @Test
  void holdsOnMutatedSql() {
    Fuzz fuzz = new Fuzz();
    assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> {
          for (int seed = 0; seed < TEXTS; seed++) {
            fuzz.step(seed);
          }
        });
    assertEquals(TEXTS, fuzz.texts());
    assertTrue(fuzz.fingerprinted() > TEXTS / 100, "too few texts with a fingerprint");
  }

  @Test
  @EnabledIfSystemProperty(named = "rowcall.fuzz.minutes", matches = "[1-9][0-9]*")
  void holdsOnFurtherTexts() {
    Duration duration = Duration.ofMinutes(Integer.getInteger("rowcall.fuzz.minutes"));
    long seed = Long.getLong("rowcall.fuzz.seed", System.nanoTime() << 20);
    Fuzz fuzz = new Fuzz();
    long end = System.nanoTime() + duration.toNanos();
    assertTimeoutPreemptively(
        duration.plusMinutes(5),
        () -> {
          do {
            fuzz.step(seed + fuzz.texts());
          } while (System.nanoTime() < end);
        });
    System.out.println("fuzzed " + fuzz.texts() + " texts from seed " + seed);
  }
}
