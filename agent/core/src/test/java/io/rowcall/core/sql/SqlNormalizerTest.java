package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SqlNormalizerTest {

  @Test
  void normalizesLiteralsSpacesCommentsAndKeywords() {
    NormalizedSql statement =
        SqlNormalizer.normalize(
            "select * from Orders o where o.id=1 and name = 'x''y' -- c", Dialect.GENERIC);

    assertEquals("SELECT * FROM Orders o WHERE o.id = ? AND name = ?", statement.text());
    assertEquals(StatementKind.SELECT, statement.kind());
    assertArrayEquals(new String[] {"Orders"}, statement.readTables());
    assertFalse(statement.approximate());
  }

  @Test
  void acceptsEmptyTexts() {
    assertEquals("", SqlNormalizer.normalize(null, null).text());
    assertEquals(StatementKind.OTHER, SqlNormalizer.normalize("", Dialect.H2).kind());
    assertEquals(
        SqlNormalizer.normalize(";;", Dialect.H2).id(),
        SqlNormalizer.normalize(" \n", Dialect.H2).id());
  }

  @Test
  void findsTheSizeOfTheLargestList() {
    assertEquals(
        3,
        SqlNormalizer.normalize("SELECT a FROM t WHERE x IN (1, 2, 3) AND y IN (?)", Dialect.H2)
            .listSize());
    assertEquals(
        2, SqlNormalizer.normalize("INSERT INTO t VALUES (1, 2), (3, 4)", Dialect.H2).listSize());
    assertEquals(
        0,
        SqlNormalizer.normalize("SELECT a FROM t WHERE x IN (SELECT y FROM u)", Dialect.H2)
            .listSize());
  }

  @Test
  void findsLimitsOfTheResultOnly() {
    assertTrue(SqlNormalizer.normalize("SELECT * FROM a LIMIT 5", Dialect.H2).hasLimit());
    assertTrue(
        SqlNormalizer.normalize("SELECT * FROM (SELECT * FROM a LIMIT 5) x", Dialect.H2)
            .hasLimit());
    assertTrue(SqlNormalizer.normalize("SELECT TOP 5 * FROM a", Dialect.SQLSERVER).hasLimit());
    assertTrue(
        SqlNormalizer.normalize("SELECT * FROM a FETCH FIRST 5 ROWS ONLY", Dialect.DB2).hasLimit());
    assertTrue(
        SqlNormalizer.normalize("SELECT * FROM a WHERE ROWNUM <= 5", Dialect.ORACLE).hasLimit());
    assertFalse(
        SqlNormalizer.normalize("SELECT * FROM a WHERE x IN (SELECT y FROM b LIMIT 5)", Dialect.H2)
            .hasLimit());
    assertFalse(
        SqlNormalizer.normalize("SELECT a, (SELECT b FROM c LIMIT 1) FROM d", Dialect.H2)
            .hasLimit());
  }

  @Test
  void findsRowLocks() {
    assertTrue(SqlNormalizer.normalize("SELECT * FROM a FOR UPDATE", Dialect.H2).forUpdate());
    assertTrue(
        SqlNormalizer.normalize("SELECT * FROM a FOR NO KEY UPDATE SKIP LOCKED", Dialect.POSTGRESQL)
            .forUpdate());
    assertTrue(
        SqlNormalizer.normalize("SELECT * FROM a LOCK IN SHARE MODE", Dialect.MYSQL).forUpdate());
    assertTrue(
        SqlNormalizer.normalize("SELECT * FROM a WITH (UPDLOCK)", Dialect.SQLSERVER).forUpdate());
    assertFalse(SqlNormalizer.normalize("SELECT * FROM a FOR READ ONLY", Dialect.DB2).forUpdate());
  }

  @Test
  void truncatesTheTextButNotTheId() {
    String columns = "a_column, ".repeat(2_000);
    NormalizedSql first = SqlNormalizer.normalize("SELECT " + columns + "x FROM t1", Dialect.H2);
    NormalizedSql other = SqlNormalizer.normalize("SELECT " + columns + "x FROM t2", Dialect.H2);

    assertEquals(
        NormalizedText.KEPT_CHARS + NormalizedText.CUT_MARK.length(), first.text().length());
    assertTrue(first.text().endsWith(NormalizedText.CUT_MARK));
    assertEquals(first.text(), other.text());
    assertNotEquals(first.id(), other.id());
  }

  @Test
  void neverCutsACharacterInTwo() {
    NormalizedSql statement =
        SqlNormalizer.normalize("SELECT " + "\uD83D\uDE00".repeat(8_000), Dialect.H2);

    String kept =
        statement.text().substring(0, statement.text().length() - NormalizedText.CUT_MARK.length());
    assertFalse(Character.isHighSurrogate(kept.charAt(kept.length() - 1)));
  }

  /** Reports of different versions are compared by id, so this value must never change. */
  @Test
  void keepsTheIdOfAStatementForever() {
    assertEquals(
        "f7ce21ab415309f6",
        SqlNormalizer.normalize("SELECT * FROM orders WHERE id = 7", Dialect.H2).idInHex());
  }

  @Test
  void foldsDigitsOfTableNamesOnRequest() {
    String july =
        "SELECT orders_2024_07.id FROM orders_2024_07 JOIN tmp_8f3a9c t1_0 ON t1_0.id = 5";
    String august =
        "SELECT orders_2024_08.id FROM orders_2024_08 JOIN tmp_77aa01 t1_0 ON t1_0.id = 6";

    assertNotEquals(
        SqlNormalizer.normalize(july, Dialect.H2).id(),
        SqlNormalizer.normalize(august, Dialect.H2).id());
    assertEquals(
        "SELECT orders_0_0.id FROM orders_0_0 JOIN tmp_0 t1_0 ON t1_0.id = ?",
        SqlNormalizer.normalize(july, Dialect.H2, TableNames.DIGITS_FOLDED).text());
    assertEquals(
        SqlNormalizer.normalize(july, Dialect.H2, TableNames.DIGITS_FOLDED).id(),
        SqlNormalizer.normalize(august, Dialect.H2, TableNames.DIGITS_FOLDED).id());
  }

  @Test
  void masksTheTextFromTheFirstAmbiguousLiteralIfAQuoteIsUnterminated() {
    NormalizedSql statement = SqlNormalizer.normalize("SELECT 'a\\', 'secret'", Dialect.MYSQL);

    assertEquals("SELECT ?", statement.text());
    assertTrue(statement.approximate());
  }

  @Test
  void returnsCopiesOfItsTables() {
    NormalizedSql statement = SqlNormalizer.normalize("SELECT * FROM a", Dialect.GENERIC);
    statement.readTables()[0] = "b";

    assertArrayEquals(new String[] {"a"}, statement.readTables());
  }

  /** Regressions found by the fuzzer: texts whose canonical form was normalized differently. */
  @Test
  void isIdempotent() {
    assertIdempotent(Dialect.POSTGRESQL, "SELECT tags['x'] 'y' z FROM t");
    assertIdempotent(Dialect.POSTGRESQL, "SELECT ARRAY[[1]] 1 ANYM t");
    assertIdempotent(Dialect.POSTGRESQL, "SELECT a ?NULL b FROM t");
    assertIdempotent(Dialect.SQLSERVER, "SET x = IDENTIFIED BY {d '2024-01-01'}@x := 6");
    assertIdempotent(Dialect.H2, "CREATE USER bob[IDENTIFIED BY sec!ret*9 ]ACCOUNT LOCK");
    assertIdempotent(Dialect.DB2, "ALTER USER sa SET PASSWORD VALUES 'secret'et'");
    assertIdempotent(Dialect.ORACLE, "ALTER USER bob IDENTIFIED BY secret. REPLACE former");
    assertIdempotent(Dialect.MYSQL, "NULL) SET PASSWORD = secret");
    assertIdempotent(Dialect.MYSQL, "ALTER TABLE users ADD password .varchar(20)");
    assertIdempotent(Dialect.GENERIC, "VALUES ROW(1,. 2x), ROW(3, 4)");
    assertIdempotent(Dialect.MYSQL, "SELECT a FROM \"r\".5IS NOT NULL");
    assertIdempotent(Dialect.H2, "SELECT '1': ::int FROM t");
    assertIdempotent(Dialect.H2, "SELECT E.5L.5LIS NOT NULL");
    assertIdempotent(Dialect.SQLITE, "SELECT [it's] ] FROM t WHERE c = 'y'");
  }

  private static void assertIdempotent(Dialect dialect, String sql) {
    NormalizedSql once = SqlNormalizer.normalize(sql, dialect);
    NormalizedSql twice = SqlNormalizer.normalize(once.text(), dialect);
    assertEquals(once.text(), twice.text(), sql);
    assertEquals(once.id(), twice.id(), sql);
    for (String secret : new String[] {"secret", "former", "sec!", "ret*"}) {
      assertEquals(-1, once.text().indexOf(secret), once.text());
    }
  }
}
