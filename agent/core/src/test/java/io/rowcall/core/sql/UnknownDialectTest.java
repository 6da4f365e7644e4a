package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** If the database is unknown, a literal of any database is masked. */
class UnknownDialectTest {
  private static final int SAMPLES = 4_000;

  /** Random texts of each dialect, with literals as tricky as it allows. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void leaksNoLiteralOfAnyDialect(Dialect dialect) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      String text = new Sample(dialect, seed).text(seed);
      String all = allOutput(text);

      assertFalse(all.contains(Sample.MARKER), () -> text + "\n" + all);
      assertFalse(all.contains("secret_table"), () -> text + "\n" + all);
      assertFalse(all.contains("deadbeef"), () -> text + "\n" + all);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CONCAT(\"secret\", name) FROM t",
        "SELECT \"secret\"",
        "SELECT a FROM t WHERE \"secret\" = b AND c IN (\"secret\") OR d LIKE \"secret\"",
        "SELECT a FROM t WHERE b = u&\"secret\"",
        "INSERT INTO t (a) VALUES (\"secret\"), ('secret')",
        "UPDATE t SET a = \"secret\", b = \"say \"\"secret\"\"\" WHERE c = \"a\\\"secret\"",
        "CALL p(\"secret\", 'secret')",
        "SELECT TRIM(\"x\" FROM \"secret\"), EXTRACT(YEAR FROM \"secret\") FROM t",
        "SELECT 'it\\'s secret', 'x' FROM t",
        "SELECT '\\', 'secret' FROM t",
        "SELECT '''it's secret''' FROM t",
        "SELECT \"\"\"it's \"secret\" x\"\"\" FROM t",
        "SELECT r'\\', 'secret' FROM t",
        "SELECT $$it's secret$$, $x$ secret $$ $x$ FROM t",
        "SELECT q'[it's secret]', Q'!secret!', nq'{secret}' FROM t",
        "SELECT [it's], 'secret', [x] FROM t",
        "SELECT `it\\`s`, 'secret' FROM t",
        "SELECT a # it's\n, 'secret' FROM t",
        "SELECT a #> '{x\nsecret}' FROM t",
        "SELECT 5--'x\n secret' FROM t",
        "SELECT a /* /* */ it's */, 'secret' FROM t",
        "SELECT a /*!50000 'a*/secret' */ FROM t",
        "SELECT a FROM t WHERE b = deadbeef-0000-4000-8000-000000000000 AND c = 'secret'",
        "INSERT INTO t FORMAT CSV 1,secret",
        "INSERT INTO t (a, b) FORMAT JSONEachRow {\"a\": \"secret\"}",
        "VALIDATE USER bob PASSWORD secret",
        "EXPORT s.t AS BINARY INTO '/x' WITH ENCRYPTION PASSWORD secret",
        "SET PASSWORD FOR 'bob'@'%' = secret",
        "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = secret, SOURCE_USER = bob"
      })
  void leaksNoSecret(String text) {
    String all = allOutput(text);
    assertFalse(all.contains("secret") || all.contains("deadbeef"), all);
  }

  /** Where no literal is allowed: in place of a table, and next to a dot. */
  @Test
  void keepsUnambiguousNames() {
    NormalizedSql statement =
        SqlNormalizer.normalize(
            "SELECT p.\"name\" FROM \"Pets\" p JOIN s.\"Owners\" o ON p.\"owner\" = o.id WHERE o.x"
                + " = 5",
            Dialect.UNKNOWN);

    assertEquals(
        "SELECT p.\"name\" FROM \"Pets\" p JOIN s.\"Owners\" o ON p.\"owner\" = o.id WHERE o.x = ?",
        statement.text());
    assertEquals(List.of("Pets", "s.Owners"), List.of(statement.readTables()));
  }

  private static String allOutput(String text) {
    NormalizedSql statement = SqlNormalizer.normalize(text, Dialect.UNKNOWN);
    String all =
        statement.text()
            + String.join(",", statement.readTables())
            + String.join(",", statement.writeTables());
    return all.toLowerCase(Locale.ROOT);
  }
}
