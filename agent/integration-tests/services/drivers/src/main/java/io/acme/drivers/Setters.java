package io.acme.drivers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ways to bind a key, by their name in the table of drivers. */
final class Setters {
  private Setters() {}

  /** Binds a key to the first parameter. */
  interface Setter<K> {
    void bind(PreparedStatement statement, K key) throws SQLException;
  }

  static Map<String, Setter<Long>> all() {
    var setters = new LinkedHashMap<String, Setter<Long>>();
    setters.put("setShort", (s, key) -> s.setShort(1, key.shortValue()));
    setters.put("setInt", (s, key) -> s.setInt(1, key.intValue()));
    setters.put("setLong", (s, key) -> s.setLong(1, key));
    setters.put("setFloat", (s, key) -> s.setFloat(1, key));
    setters.put("setDouble", (s, key) -> s.setDouble(1, key));
    setters.put("setBigDecimal", (s, key) -> s.setBigDecimal(1, BigDecimal.valueOf(key)));
    setters.put("setString", (s, key) -> s.setString(1, "" + key));
    setters.put("setNString", (s, key) -> s.setNString(1, "" + key));
    setters.put("setObject-Integer", (s, key) -> s.setObject(1, key.intValue()));
    setters.put("setObject-Long", (s, key) -> s.setObject(1, key));
    setters.put("setObject-Double", (s, key) -> s.setObject(1, key.doubleValue()));
    setters.put("setObject-BigDecimal", (s, key) -> s.setObject(1, BigDecimal.valueOf(key)));
    setters.put("setObject-BigInteger", (s, key) -> s.setObject(1, BigInteger.valueOf(key)));
    setters.put("setObject-String", (s, key) -> s.setObject(1, "" + key));
    setters.put("setObject-BIGINT", (s, key) -> s.setObject(1, key, Types.BIGINT));
    setters.put("setObject-String-BIGINT", (s, key) -> s.setObject(1, "" + key, Types.BIGINT));
    setters.put("setObject-NUMERIC-0", (s, key) -> s.setObject(1, key, Types.NUMERIC, 0));
    setters.put("setObject-JDBCType", (s, key) -> s.setObject(1, key, JDBCType.BIGINT));
    setters.put("set-twice", Setters::twice);
    setters.put("set-cleared", Setters::cleared);
    return setters;
  }

  private static void twice(PreparedStatement statement, long key) throws SQLException {
    statement.setLong(1, 7);
    statement.setLong(1, key);
  }

  private static void cleared(PreparedStatement statement, long key) throws SQLException {
    statement.setLong(1, 7);
    statement.clearParameters();
    statement.setLong(1, key);
  }
}
