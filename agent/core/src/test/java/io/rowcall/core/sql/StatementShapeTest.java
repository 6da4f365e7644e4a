package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementShapeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select name from items where order_id = 3 | SELECT … FROM items WHERE order_id = ?
          select distinct a.id as x1, a."from" from a | SELECT DISTINCT … FROM a
          select *, (select count(*) from b) from a | SELECT … FROM a
          select count(*) from items where order_id = ? | SELECT COUNT(*) FROM items WHERE order_id = ?
          select 1 from items where id = ? | SELECT ? FROM items WHERE id = ?
          select extract(year from d), d from a | SELECT … FROM a
          select a from t union all select b from u | SELECT … FROM t UNION ALL SELECT … FROM u
          select * from (select a.id, a.n from a where x = ?) where rownum <= ? | SELECT … FROM (SELECT … FROM a WHERE x = ?) WHERE ROWNUM <= ?
          select id from a where b in (select c from d) | SELECT … FROM a WHERE b IN (SELECT c FROM d)
          insert into t (a, b) values (?, ?) | INSERT INTO t(…) VALUES (…)
          insert into t(a, b) values (1, 2), (3, 4) | INSERT INTO t(…) VALUES (…)
          insert into t values (?, ?) on conflict (id) do update set a = excluded.a, b = 2 where t.v = 3 | INSERT INTO t VALUES (…) ON CONFLICT (id) DO UPDATE SET … WHERE t.v = ?
          insert into t (a, b) select a, b from u where c = 1 | INSERT INTO t(…) SELECT … FROM u WHERE c = ?
          insert into t (a) values (?) on duplicate key update a = values(a), b = ? | INSERT INTO t(…) VALUES (…) ON DUPLICATE KEY UPDATE …
          update t set a = ?, b = (select max(c) from d where e = 1) where id = ? | UPDATE t SET … WHERE id = ?
          update t set a = replace(a, 'x', 'y') where b = replace(?, ?, ?) | UPDATE t SET … WHERE b = REPLACE (?, ?, ?)
          merge into t (a, b) key (a) values (?, ?) | MERGE INTO t(…) KEY (a) VALUES (…)
          merge into t using (select a, b from u) s on (t.a = s.a) when matched then update set b = s.b when not matched then insert (a, b) values (s.a, s.b) | MERGE INTO t USING (SELECT … FROM u) s ON (t.a = s.a) WHEN MATCHED THEN UPDATE SET … WHEN NOT MATCHED THEN INSERT (…) VALUES (…)
          delete from t where id = ? | DELETE FROM t WHERE id = ?
          set search_path = x | SET search_path = x
          select id from a where b = ? for update | SELECT … FROM a WHERE b = ? FOR UPDATE
          """)
  void omitsColumns(String sql, String shape) {
    assertEquals(shape, StatementShape.of(SqlNormalizer.normalize(sql, Dialect.GENERIC).text()));
  }

  @Test
  void isStableIfAnEntityGetsAColumn() {
    assertEquals(
        id("select a.id, a.name from author a where a.id = ?"),
        id("select a.id, a.name, a.born from author a where a.id = ?"));
    assertNotEquals(
        id("select a.id, a.name from author a where a.id = ?"),
        id("select a.id, a.name from author a where a.name = ?"));
  }

  @Test
  void keepsTheIdOfAStatementWithoutColumns() {
    NormalizedSql statement =
        SqlNormalizer.normalize("select count(*) from author", Dialect.GENERIC);
    assertEquals(statement.id(), StatementShape.id(statement.text(), statement.id()));
  }

  @Test
  void keepsTheIdOfATruncatedText() {
    String columns = "a.column_of_a_wide_table, ".repeat(1_000);
    NormalizedSql statement =
        SqlNormalizer.normalize("select " + columns + "a.z from a", Dialect.GENERIC);
    assertEquals(statement.id(), StatementShape.id(statement.text(), statement.id()));
  }

  @Test
  void endsOnAnyText() {
    var random = new java.util.Random(7);
    String[] parts = {"SELECT", "FROM", "(", ")", "\"", "[", " ", ",", "a", "?", "SET", "UPDATE"};
    assertTimeout(
        Duration.ofMinutes(1),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
              text.append(parts[random.nextInt(parts.length)]);
            }
            StatementShape.of(text.toString());
          }
        });
  }

  private static long id(String sql) {
    NormalizedSql statement = SqlNormalizer.normalize(sql, Dialect.POSTGRESQL);
    return StatementShape.id(statement.text(), statement.id());
  }
}
