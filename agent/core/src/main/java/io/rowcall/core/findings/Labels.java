package io.rowcall.core.findings;

import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.SourceTable;
import org.jspecify.annotations.Nullable;

/** Names of statements, tables, columns, and lines in sentences. */
public final class Labels {
  private Labels() {}

  /** Kind and table of a statement: {@code SELECT contact}; the template of a call. */
  public static String of(@Nullable SqlStatement statement) {
    CallKind kind = statement == null ? null : statement.callKind;
    if (statement != null && kind != null) {
      return kind == CallKind.HTTP || kind == CallKind.OTHER
          ? statement.text
          : kind.label + " " + statement.text;
    }
    NormalizedSql normalized = normalized(statement);
    if (normalized == null) {
      return "a statement";
    }
    String table = table(statement);
    return table == null ? normalized.kind().name() : normalized.kind() + " " + table;
  }

  /** The first table that a statement writes or else reads; null when it names none. */
  public static @Nullable String table(@Nullable SqlStatement statement) {
    NormalizedSql normalized = normalized(statement);
    if (normalized == null) {
      return null;
    }
    String[] written = normalized.writeTables();
    String[] tables = written.length > 0 ? written : normalized.readTables();
    return tables.length == 0 ? null : tables[0];
  }

  /**
   * The table of a selected column; null when several are possible.
   *
   * @param key the column that refers to it; decides between columns of one name
   */
  static @Nullable String sourceTable(
      @Nullable SqlStatement statement, String column, @Nullable String key) {
    NormalizedSql normalized = normalized(statement);
    return normalized == null ? null : SourceTable.of(normalized, column, key);
  }

  static @Nullable String keyColumn(@Nullable SqlStatement statement) {
    NormalizedSql normalized = normalized(statement);
    return normalized == null ? null : KeyColumn.of(normalized);
  }

  static @Nullable NormalizedSql normalized(@Nullable SqlStatement statement) {
    return statement == null ? null : (NormalizedSql) statement.scanned;
  }

  /** {@code ContactService.java:42}, or class and method when the class file has no lines. */
  public static String place(CallSite site) {
    return place(site.first());
  }

  static String place(StackTraceElement frame) {
    return frame.getFileName() == null
        ? frame.getClassName() + "." + frame.getMethodName()
        : frame.getFileName() + ":" + frame.getLineNumber();
  }

  /** {@code 1 row}, {@code 2 rows}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
