package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Normalization takes linear time: visits are counted on ten million characters of patterns that
 * make other scanners backtrack, with a watchdog for everything else.
 */
class LinearTimeTest {
  private static final int CHARACTERS = 10_000_000;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  static List<String> patterns() {
    return List.of(
        "'",
        "''",
        "'x",
        "\\'",
        "'\\",
        "\"",
        "\"x\" ",
        "`",
        "[",
        "]",
        "(",
        ")",
        "((1),",
        "{",
        "$",
        "$a",
        "$a$ ",
        "$a$x",
        "$$",
        "$$x",
        "q'[",
        "q'[x]' ",
        "q'x",
        "E'\\'",
        "/*",
        "/* /* ",
        "*/",
        "/*!",
        "--",
        "-",
        "- 1 ",
        "+-",
        "?",
        "? ",
        "a ? ",
        "?|",
        "::",
        ":",
        ":a",
        "@",
        "@a ",
        "#",
        "1",
        "1.",
        "1e",
        "1e-",
        "0x",
        "1a",
        "a",
        "a ",
        "a.",
        ".",
        ",",
        "a,",
        "1,",
        "(1),",
        "IN (1, ",
        "IN (",
        "VALUES (1), ",
        "VALUES (",
        "ARRAY[",
        "ARRAY[1,",
        "FROM a, ",
        "FROM a1b",
        "FROM (",
        "JOIN t ON ",
        "SELECT ",
        "SELECT * FROM (",
        "WITH a AS (",
        "WITH a AS (SELECT 1), b AS (",
        "UNION ALL SELECT 1 ",
        "CASE WHEN ",
        "IDENTIFIED BY ",
        "IDENTIFIED BY x",
        "SET PASSWORD ",
        "TOP ",
        "BETWEEN ",
        ";",
        "; ",
        "SELECT 1;",
        "\0",
        "\n",
        "ü",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\\",
        "N'x' ",
        "_x'",
        "U&'",
        "NULL,",
        "IS NOT NULL ",
        "x IN (1, 2, (3, 4), (3, 4)) AND ",
        "INSERT INTO t VALUES (1, 'x'), (2, 'y'), ");
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void visitsNoCharacterThreeTimes(String pattern) {
    Dialect[] dialects = Dialect.values();
    Dialect dialect = dialects[Math.floorMod(pattern.hashCode(), dialects.length)];
    assertLinear("", pattern, CHARACTERS, dialect);
    for (Dialect other : dialects) {
      assertLinear("SELECT a FROM t WHERE b IN (", pattern, CHARACTERS / 40, other);
    }
  }

  private static void assertLinear(String start, String pattern, int characters, Dialect dialect) {
    String text = start + pattern.repeat(characters / pattern.length());
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          long visited = SqlNormalizer.run(text, dialect, TableNames.AS_WRITTEN).visited();
          assertTrue(
              visited <= 2L * text.length(),
              () -> dialect + ": " + visited + " of " + text.length());
          NormalizedSql statement =
              SqlNormalizer.normalize(text, dialect, TableNames.DIGITS_FOLDED);
          assertTrue(
              statement.text().length()
                  <= NormalizedText.KEPT_CHARS + NormalizedText.CUT_MARK.length());
          assertTrue(statement.readTables().length <= 64);
        },
        () -> dialect + ": " + pattern);
  }
}
