package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with the same fingerprint must be the same statement. */
class FingerprintTest {
  private static final int TEXTS = 40_000;

  /** Dialects that have fingerprints. */
  private static final Set<Dialect> KNOWN = EnumSet.complementOf(EnumSet.of(Dialect.UNKNOWN));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT * FROM t WHERE a = 1|SELECT * FROM t WHERE a = 23.50",
        "SELECT * FROM t WHERE a = 'x' AND b = 3|SELECT * FROM t WHERE a = 'it''s' AND b = 4",
        "/* trace=1 */ SELECT 1|/* trace=a'b-2 */ SELECT 2",
        "SELECT \"it's\" FROM t1 WHERE a=5)|SELECT \"it's\" FROM t1 WHERE a=6)",
        "SELECT N'a'|SELECT N'b'",
        "INSERT INTO t VALUES (1,'a'), (-2,'b')|INSERT INTO t VALUES (9,''), (-3,'cc')"
      })
  void ignoresPlainLiterals(String first, String other) {
    for (Dialect dialect : KNOWN) {
      assertNotEquals(Fingerprint.NONE, Fingerprint.of(first, dialect), first);
      assertEquals(Fingerprint.of(first, dialect), Fingerprint.of(other, dialect), first);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT * FROM t1|SELECT * FROM t2",
        "SELECT * FROM t_1.x|SELECT * FROM t_2.x",
        "SELECT 1e5x|SELECT 2e5x",
        "SELECT ?1|SELECT ?2",
        "SELECT \"a\"|SELECT \"b\"",
        "SELECT 'a'|SELECT 5",
        "SELECT (1)|SELECT (1, 1)",
        "SELECT `a1`|SELECT `a2`"
      })
  void distinguishesEverythingElse(String first, String other) {
    for (Dialect dialect : KNOWN) {
      assertNotEquals(Fingerprint.of(first, dialect), Fingerprint.of(other, dialect), first);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a\\' FROM t",
        "SELECT 'a",
        "SELECT \"a",
        "SELECT 1 -- it's",
        "SELECT /*! 1 */ 2",
        "SELECT /* a /* b */ 1 */",
        "SELECT /* a"
      })
  void isNoneForAmbiguousTexts(String sql) {
    for (Dialect dialect : Dialect.values()) {
      assertEquals(Fingerprint.NONE, Fingerprint.of(sql, dialect), sql);
    }
  }

  @Test
  void isNoneForOtherQuotesOfTheDialect() {
    assertEquals(Fingerprint.NONE, Fingerprint.of("SELECT $$a$$", Dialect.POSTGRESQL));
    assertEquals(Fingerprint.NONE, Fingerprint.of("SELECT q'[a]'", Dialect.ORACLE));
    assertEquals(Fingerprint.NONE, Fingerprint.of("SELECT 1 # it's", Dialect.MYSQL));
    assertEquals(Fingerprint.NONE, Fingerprint.of("SELECT [it's]", Dialect.SQLSERVER));
  }

  /** On mutated SQL, with the literals replaced. */
  @ParameterizedTest
  @EnumSource(value = Dialect.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
  void isNeverSharedByDifferentStatements(Dialect dialect) {
    Fuzz fuzz = new Fuzz();
    Random random = new Random(dialect.ordinal());
    int shared = 0;
    for (int i = 0; i < TEXTS / Dialect.values().length; i++) {
      String first = fuzz.mutated(random, dialect);
      String other = Literals.replaced(first, random);
      long fingerprint = Fingerprint.of(first, dialect);
      if (fingerprint == Fingerprint.NONE
          || first.equals(other)
          || fingerprint != Fingerprint.of(other, dialect)) {
        continue;
      }
      shared++;
      assertEquals(
          Fuzz.describe(first, dialect), Fuzz.describe(other, dialect), first + "\n" + other);
    }
    assertTrue(shared > TEXTS / 100, "too few texts share a fingerprint");
  }
}
