package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Normalization ends on any text, and masks what it cannot read. */
final class UnterminatedTextTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String[] PIECES = {
    "'",
    "\"",
    "`",
    "\\",
    "--",
    "/*",
    "*/",
    "$$",
    "$tag$",
    "q'[",
    "E'",
    "[",
    "]",
    "(",
    ")",
    "?",
    "::",
    ";",
    "\n",
    " ",
    "\0",
    "SELECT ",
    "IN (",
    "VALUES ",
    "FROM ",
    "secret",
    "1",
    "1e",
    "0x",
    ".",
    ",",
    "{",
    "}",
    "@",
    ":",
    "#",
    "N'",
    "X'",
    "ü",
    "IDENTIFIED BY ",
    "PASSWORD ",
  };

  @Test
  void masksUnterminatedLiteralsAndComments() {
    for (String text :
        List.of("SELECT 'a\\', 'secret'", "SELECT 'secret", "SELECT /* secret", "$$ secret")) {
      for (Dialect dialect : Dialect.values()) {
        NormalizedSql statement =
            assertTimeoutPreemptively(LIMIT, () -> SqlNormalizer.normalize(text, dialect));
        if (text.contains("'secret") || dialect == Dialect.POSTGRESQL) {
          assertFalse(statement.text().contains("secret"), dialect + ": " + statement.text());
        }
      }
    }
  }

  @Test
  void endsOnAnyMixtureOfTokens() {
    Random random = new Random(42);
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
              text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Dialect dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
            NormalizedSql statement = SqlNormalizer.normalize(text.toString(), dialect);
            assertTrue(
                statement.text().length() <= 8 * text.length() + 64,
                () -> dialect + ": " + text + " became " + statement.text());
          }
        });
  }

  @Test
  void normalizesLiteralsListsSpacesCommentsAndCase() {
    String first = text("select * from t where a = 'x' and b in (1, 2, 3) -- note");
    assertEquals(first, text("SELECT  *\nFROM t WHERE a='y''z' AND b IN (?,?) /* other */"));
    assertEquals("SELECT * FROM t WHERE a = ? AND b IN (?)", first);
    assertFalse(first.equals(text("select * from u where a = 'x' and b in (1, 2, 3)")));
  }

  @Test
  void distinguishesQuotedNamesFromLiterals() {
    String sql = "SELECT \"ORDERS\".id FROM \"ORDERS\" WHERE n = \"x\"";
    assertTrue(SqlNormalizer.normalize(sql, Dialect.H2).text().contains("FROM \"ORDERS\""));
    assertFalse(
        SqlNormalizer.normalize("SELECT 1 FROM t WHERE n = \"secret\"", Dialect.MYSQL)
            .text()
            .contains("secret"));
  }

  private static String text(String sql) {
    return SqlNormalizer.normalize(sql, Dialect.H2).text();
  }
}
