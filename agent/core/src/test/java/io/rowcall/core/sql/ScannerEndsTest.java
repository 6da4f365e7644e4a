package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, the scanner comes to its end, and what it could not read is gone. */
final class ScannerEndsTest {
  private static final Duration FOR_EVER = Duration.ofSeconds(60);
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
  void endsOnALiteralThatDoesNot() {
    for (String open :
        List.of("SELECT 'a\\', 'secret'", "SELECT 'secret", "SELECT /* secret", "$$ secret")) {
      for (Dialect dialect : Dialect.values()) {
        NormalizedSql scanned =
            assertTimeoutPreemptively(FOR_EVER, () -> SqlNormalizer.normalize(open, dialect));
        if (open.contains("'secret") || dialect == Dialect.POSTGRESQL) {
          assertFalse(scanned.text().contains("secret"), dialect + ": " + scanned.text());
        }
      }
    }
  }

  @Test
  void endsOnAnyMixtureOfPieces() {
    Random random = new Random(42);
    assertTimeoutPreemptively(
        FOR_EVER,
        () -> {
          for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
              text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Dialect dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
            NormalizedSql scanned = SqlNormalizer.normalize(text.toString(), dialect);
            assertTrue(
                scanned.text().length() <= 8 * text.length() + 64,
                () -> dialect + ": " + text + " became " + scanned.text());
          }
        });
  }

  @Test
  void foldsLiteralsListsSpacesCommentsAndKeywordCase() {
    String one = text("select * from t where a = 'x' and b in (1, 2, 3) -- note");
    assertEquals(one, text("SELECT  *\nFROM t WHERE a='y''z' AND b IN (?,?) /* other */"));
    assertEquals("SELECT * FROM t WHERE a = ? AND b IN (?)", one);
    assertFalse(one.equals(text("select * from u where a = 'x' and b in (1, 2, 3)")));
  }

  @Test
  void tellsQuotedNamesFromLiteralsByTheDialect() {
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
