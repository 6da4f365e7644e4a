package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Properties of normalization, on thousands of random statements of each dialect. */
class NormalizationPropertiesTest {
  private static final int SAMPLES = 3_000;

  /** Nor on the length of lists, comments, hints, and a final semicolon. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void dependsNeitherOnLiteralsNorOnSpacesNorOnTheCaseOfKeywords(Dialect dialect) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      Sample sample = new Sample(dialect, seed);
      String first = sample.text(seed);
      String other = sample.text(seed + 1_000_000);
      NormalizedSql expected = SqlNormalizer.normalize(first, dialect);
      NormalizedSql actual = SqlNormalizer.normalize(other, dialect);

      assertEquals(expected.text(), actual.text(), () -> first + "\n" + other);
      assertEquals(expected.id(), actual.id());
      assertEquals(expected.kind(), actual.kind());
      assertFalse(expected.approximate(), first);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void dependsOnTheNameOfEveryTable(Dialect dialect) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      Sample sample = new Sample(dialect, seed);
      String first = sample.text(seed);
      String other = sample.textWithAnotherTable(seed);

      assertNotEquals(
          SqlNormalizer.normalize(first, dialect).id(),
          SqlNormalizer.normalize(other, dialect).id(),
          other);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsTheReplacedTable(Dialect dialect) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      String text = new Sample(dialect, seed).textWithAnotherTable(seed);
      NormalizedSql statement = SqlNormalizer.normalize(text, dialect);
      String tables =
          String.join(",", statement.readTables())
              + ","
              + String.join(",", statement.writeTables());

      assertTrue(
          tables.toLowerCase(Locale.ROOT).contains("another_table"), () -> tables + " of " + text);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void leaksNoLiteral(Dialect dialect) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      String text = new Sample(dialect, seed).text(seed);
      NormalizedSql statement = SqlNormalizer.normalize(text, dialect);
      String all =
          statement.text()
              + String.join(",", statement.readTables())
              + String.join(",", statement.writeTables());

      assertFalse(all.toLowerCase(Locale.ROOT).contains(Sample.MARKER), () -> text + "\n" + all);
      assertFalse(all.toLowerCase(Locale.ROOT).contains("secret_table"), () -> text + "\n" + all);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void isIdempotent(Dialect dialect) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      String text = SqlNormalizer.normalize(new Sample(dialect, seed).text(seed), dialect).text();

      assertEquals(text, SqlNormalizer.normalize(text, dialect).text());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void writesAtMostFourTimesTheTextAndVisitsNoCharacterThreeTimes(Dialect dialect) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      String text = new Sample(dialect, seed).text(seed);

      assertTrue(SqlNormalizer.normalize(text, dialect).text().length() <= 4 * text.length(), text);
      assertTrue(
          SqlNormalizer.run(text, dialect, TableNames.AS_WRITTEN).visited() <= 2L * text.length(),
          text);
    }
  }
}
