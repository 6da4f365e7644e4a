package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables named like keywords: every keyword in every place of a table name. */
class TableNameTest {
  /** Statements that read {@code %s}, and write {@code w} or nothing. */
  private static final List<String> READS =
      List.of(
          "SELECT a FROM %s",
          "SELECT a FROM %s WHERE b = 1",
          "SELECT a FROM %s AS x WHERE x.b = 1",
          "SELECT a FROM %s LEFT JOIN %s ON b = 1",
          "SELECT a FROM %s INNER JOIN %s USING (b)",
          "SELECT a FROM %s, %s ORDER BY b, c",
          "SELECT a FROM %s UNION SELECT a FROM %s GROUP BY b, c",
          "SELECT a FROM (SELECT b FROM %s) x",
          "SELECT a FROM (%s) LIMIT 5",
          "SELECT a FROM %s FOR UPDATE",
          "INSERT INTO w SELECT a FROM %s",
          "UPDATE w SET a = (SELECT b FROM %s WHERE c = 1)",
          "MERGE INTO w USING %s ON a = b WHEN MATCHED THEN UPDATE SET c = 1, d = 2");

  private static final List<String> WRITES =
      List.of(
          "INSERT INTO %s (a, b) VALUES (1, 2)",
          "insert into %s(a, b) values (1, 2), (3, 4)",
          "INSERT INTO %s VALUES (1, 2)",
          "INSERT INTO %s DEFAULT VALUES",
          "INSERT INTO %s SELECT 1",
          "UPDATE %s SET a = 1, b = 2 WHERE c = 3",
          "UPDATE %s AS x SET a = 1",
          "DELETE FROM %s",
          "DELETE FROM %s WHERE a = 1",
          "MERGE INTO %s USING (SELECT 1) s ON a = b WHEN MATCHED THEN DELETE",
          "CREATE TABLE %s (a INT, b INT)",
          "CREATE TABLE IF NOT EXISTS %s (a INT, b INT)",
          "ALTER TABLE %s ADD a INT, ADD b INT",
          "ALTER TABLE %s DROP COLUMN a, ALTER COLUMN b SET NOT NULL",
          "DROP TABLE %s",
          "DROP TABLE IF EXISTS %s, %s",
          "TRUNCATE TABLE %s",
          "CREATE INDEX i ON %s (a, b)");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void canBeAnyKeyword(Dialect dialect) {
    for (String word : words()) {
      expect(dialect, READS, word, dialect.foldUnquoted(word), true);
      expect(dialect, WRITES, word, dialect.foldUnquoted(word), false);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void canBeAnyKeywordAfterASchema(Dialect dialect) {
    for (String word : words()) {
      String name = dialect.foldUnquoted("s." + word);
      expect(dialect, READS, "s." + word, name, true);
      expect(dialect, WRITES, "s." + word, name, false);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void canBeAnyKeywordInQuotes(Dialect dialect) {
    for (String word : words()) {
      expect(dialect, READS, '"' + word + '"', word, true);
      expect(dialect, WRITES, '"' + word + '"', word, false);
    }
  }

  /** Columns are not tables, and the name keeps its case. */
  @Test
  void isNotAKeywordOfTheStatement() {
    NormalizedSql statement =
        SqlNormalizer.normalize("insert into Role (name, id) values (1, 2)", Dialect.POSTGRESQL);

    assertEquals("INSERT INTO Role(name, id) VALUES (?, ?)", statement.text());
    assertEquals(List.of("role"), List.of(statement.writeTables()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles,roles",
        "public.roles,roles",
        "ROLES,roles",
        "db.public.roles,public.roles",
        "db..roles,ROLES"
      })
  void matchesWithASchemaOnOneSide(String names) {
    String[] two = names.split(",", 2);
    assertEquals(true, writes(two[0], two[1]), names);
    assertEquals(true, writes(two[1], two[0]), names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"roles,user_roles", "a.roles,b.roles", "roles,role"})
  void doesNotMatchAnotherName(String names) {
    String[] two = names.split(",", 2);
    assertEquals(false, writes(two[0], two[1]), names);
  }

  private static boolean writes(String written, String read) {
    return SqlNormalizer.normalize("DELETE FROM " + written, Dialect.SQLSERVER)
        .mayWriteTablesReadBy(SqlNormalizer.normalize("SELECT a FROM " + read, Dialect.SQLSERVER));
  }

  private static void expect(
      Dialect dialect, List<String> texts, String name, String table, boolean reads) {
    List<String> wrong = new ArrayList<>();
    for (String text : texts) {
      String sql = text.replace("%s", name);
      NormalizedSql statement = SqlNormalizer.normalize(sql, dialect);
      String other = text.contains(" w ") ? dialect.foldUnquoted("w") : "";
      String expected = reads ? table + " > " + other : " > " + table;
      String found =
          String.join(",", statement.readTables())
              + " > "
              + String.join(",", statement.writeTables());
      if (!expected.equals(found)) {
        wrong.add(sql + ": " + found);
      }
    }
    assertEquals(List.of(), wrong, dialect.name());
  }

  /**
   * All keywords in lower case, except for those that the standard reserves and that no parser
   * accepts as a name in these places.
   */
  private static List<String> words() {
    Set<String> reserved =
        Set.of("TABLE", "ONLY", "LATERAL", "DUAL", "NULL", "TRUE", "FALSE", "UNNEST", "INTO");
    List<String> words = new ArrayList<>();
    Arrays.stream(KeywordTable.WORDS)
        .filter(Objects::nonNull)
        .filter(word -> !reserved.contains(word))
        .forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
    return words;
  }
}
