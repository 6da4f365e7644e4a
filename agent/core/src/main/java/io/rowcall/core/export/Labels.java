package io.rowcall.core.export;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.KeyColumn;
import io.rowcall.core.findings.SourceTable;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.sql.NormalizedSql;
import org.jspecify.annotations.Nullable;

/** What things are called in sentences. */
final class Labels {
  private Labels() {}

  /** {@code SELECT contact}: what the statement does, and to what. */
  static String of(@Nullable SqlStatement statement) {
    NormalizedSql scanned = scanned(statement);
    if (scanned == null) {
      return "a statement";
    }
    String table = table(statement);
    return table == null ? scanned.kind().name() : scanned.kind() + " " + table;
  }

  /** The table that a statement is about; null when it names none. */
  static @Nullable String table(@Nullable SqlStatement statement) {
    NormalizedSql scanned = scanned(statement);
    if (scanned == null) {
      return null;
    }
    String[] written = scanned.writeTables();
    String[] tables = written.length > 0 ? written : scanned.readTables();
    return tables.length == 0 ? null : tables[0];
  }

  /**
   * The table that a query returns a column of; null when several may be it.
   *
   * @param key what refers to it: it decides between columns of one name
   */
  static @Nullable String tableOf(
      @Nullable SqlStatement statement, String column, @Nullable String key) {
    NormalizedSql scanned = scanned(statement);
    return scanned == null ? null : SourceTable.of(scanned, column, key);
  }

  static @Nullable String key(@Nullable SqlStatement statement) {
    NormalizedSql scanned = scanned(statement);
    return scanned == null ? null : KeyColumn.of(scanned);
  }

  static @Nullable NormalizedSql scanned(@Nullable SqlStatement statement) {
    return statement == null ? null : (NormalizedSql) statement.scanned;
  }

  /** {@code ContactService.java:42}, or class and method when the class file tells no line. */
  static String place(CallSite site) {
    return place(site.first());
  }

  static String place(StackTraceElement first) {
    return first.getFileName() == null
        ? first.getClassName() + "." + first.getMethodName()
        : first.getFileName() + ":" + first.getLineNumber();
  }

  static String count(long number, String of) {
    return number + " " + of + (number == 1 ? "" : "s");
  }
}
