package io.rowcall.bench.trial;

import java.util.Locale;

/**
 * Statement of a {@link PostgresSession}.
 *
 * @param command its first word, in upper case
 * @param parameters number of its parameters
 * @param value the value of its row
 */
record PostgresStatement(String command, int parameters, String value) {
  static final PostgresStatement EMPTY = new PostgresStatement("");

  PostgresStatement(String sql) {
    this(
        sql.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT),
        (int) sql.chars().filter(c -> c == '$').count(),
        // HikariCP asks for it once.
        sql.toUpperCase(Locale.ROOT).endsWith("ISOLATION LEVEL") ? "read committed" : "thing");
  }

  boolean isEmpty() {
    return command.isEmpty();
  }

  /** Whether it returns a row. */
  boolean isQuery() {
    return command.equals("SELECT") || command.equals("SHOW");
  }
}
