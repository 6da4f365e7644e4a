package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batch fetches are recognized by their form, on every database and for every mapper. */
final class LookupKeysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Hibernate on H2, PostgreSQL, Oracle, HSQLDB, SQL Server, MySQL.
        "select p.id from pet p where array_contains(?, p.owner_id) | COLLECTION",
        "select p.id from pet p where p.owner_id = any(?) | COLLECTION",
        "select p.id from pet p where p.owner_id in (select column_value from table(?)) |"
            + " COLLECTION",
        "select p.id from pet p where p.owner_id in (unnest(?)) | COLLECTION",
        "select p.id from pet p where p.owner_id in (select value from openjson(?)) | COLLECTION",
        "select p.id from pet p where json_contains(?, p.owner_id) | COLLECTION",
        "select p.id from pet p where ? @> array[p.owner_id] | COLLECTION",
        // Hand-written.
        "select * from pet where owner_id = ANY(CAST(? AS bigint[])) | COLLECTION",
        "select * from pet where owner_id = ANY(?::bigint[]) | COLLECTION",
        "select * from pet where owner_id = SOME(?) | COLLECTION",
        "select * from pet where owner_id IN (SELECT unnest(?)) | COLLECTION",
        "select * from pet where owner_id IN (SELECT * FROM unnest(?)) | COLLECTION",
        "select p.* from unnest(?) k(id) join pet p on p.owner_id = k.id | COLLECTION",
        "select p.* from pet p join table(x int = ?) k on p.owner_id = k.x | COLLECTION",
        "select p.* from pet p, json_each(?) k where p.owner_id = k.value | COLLECTION",
        "select p.* from pet p cross apply openjson(?) k where p.owner_id = k.value | COLLECTION",
        "select * from pet where find_in_set(owner_id, ?) | COLLECTION",
        "select * from pet where owner_id member of (?) | COLLECTION",
        "select * from pet where instr(?, owner_id) > 0 | POSSIBLE_COLLECTION",
        "select * from pet where owner_id between ? and ? | RANGE",
        "select * from pet where id >= ? and id < ? | RANGE",
        "select * from pet where id = ? or id = ? or id = ? | LIST",
        "select * from pet where (a = ? and b = ?) or (a = ? and b = ?) | LIST",
        "select * from pet where id = ? union all select * from pet where id = ? | LIST",
        "insert into t (a) select ? union all select ? union all select ? | LIST",
        "insert all into t (a) values (?) into t (a) values (?) select * from dual | LIST",
        // One at a time.
        "select * from pet where owner_id = ? | SINGLE",
        "select * from pet where owner_id = ? and born between ? and ? | SINGLE",
        "select * from pet where lower(name) = lower(?) | SINGLE",
        "select * from pet where id = ? and (name = ? or nick = ?) | SINGLE",
        "select * from f(?) | SINGLE",
        "select p.* from pet p join lateral f(p.id, ?) x on true | SINGLE",
        "select * from a where o = ? union all select * from b where o = ? | SINGLE",
        "select * from pet where owner_id in (select id from owner where city = ?) | SINGLE",
        "select * from pet where owner_id = any(select id from owner where city = ?) | SINGLE",
        "select coalesce(?, p.name) from pet p where p.id = ? | SINGLE",
        "insert into pet (id, name) values (?, upper(?)) | SINGLE",
        "insert into pet (id, name) values (?, ?) on duplicate key update name = values(name)"
            + " | SINGLE",
        "update pet set name = coalesce(?, name) where id = ? | SINGLE",
      })
  void findsTheFormOfTheKeys(String sql, LookupKeys.Form form) {
    var keys = SqlNormalizer.normalize(sql, Dialect.POSTGRESQL).lookupKeys();
    assertEquals(form, keys.form(), () -> SqlNormalizer.normalize(sql, Dialect.POSTGRESQL).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select * from pet where id = ? or id = ? or id = ? | 3",
        "select * from pet where (a = ? and b = ?) or (a = ? and b = ?) | 2",
        "select 1 from a where x = ? union all select 1 from a where x = ? union all"
            + " select 1 from a where x = ? | 3",
        "insert all into t (a) values (?) into t (a) values (?) select * from dual | 2",
        "select * from pet where id = ? | 1",
      })
  void countsListedKeys(String sql, int count) {
    assertEquals(count, SqlNormalizer.normalize(sql, Dialect.ORACLE).lookupKeys().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MYSQL | insert into t (a, b) value (1, 2), (3, 4), (5, 6)"
            + " | INSERT INTO t(a, b) VALUES (?, ?) | 3",
        "MYSQL | insert into t value (1), (2) | INSERT INTO t VALUES (?) | 2",
        "POSTGRESQL | select 1 from t where (a, b) in ((1, 2), (3, 4))"
            + " | SELECT ? FROM t WHERE (a, b) IN ((?, ?)) | 2",
        "POSTGRESQL | select t.* from t join (values (1), (2), (3)) v(id) on t.id = v.id"
            + " | SELECT t.* FROM t JOIN (VALUES (?)) v(id) ON t.id = v.id | 3",
      })
  void foldsAllNotationsOfRows(Dialect dialect, String sql, String text, int rows) {
    var normalized = SqlNormalizer.normalize(sql, dialect);
    assertEquals(text, normalized.text());
    assertEquals(rows, normalized.listSize());
  }
}
