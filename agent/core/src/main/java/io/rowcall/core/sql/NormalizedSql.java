package io.rowcall.core.sql;

import org.jspecify.annotations.Nullable;

/**
 * Normalized SQL: canonical text, id, kind, tables and other properties of a statement. Immutable.
 */
public final class NormalizedSql {
  private final String text;
  private final long id;
  private final StatementKind kind;
  private final String[] readTables;
  private final String[] writeTables;
  private final int listSize;
  private final boolean hasLimit;
  private final boolean forUpdate;
  private final boolean approximate;

  /** Parsed on first use. Racing threads compute equal values. */
  private volatile @Nullable LookupKeys lookupKeys;

  NormalizedSql(
      String text,
      long id,
      StatementKind kind,
      String[] readTables,
      String[] writeTables,
      int listSize,
      boolean hasLimit,
      boolean forUpdate,
      boolean approximate) {
    this.text = text;
    this.id = id;
    this.kind = kind;
    this.readTables = readTables;
    this.writeTables = writeTables;
    this.listSize = listSize;
    this.hasLimit = hasLimit;
    this.forUpdate = forUpdate;
    this.approximate = approximate;
  }

  /**
   * The normalized text, truncated to 10,240 characters, then with {@link NormalizedText#CUT_MARK}
   * at its end.
   */
  public String text() {
    return text;
  }

  /** The hash of the whole normalized text, as {@link NormalizedText#id()} defines it; never 0. */
  public long id() {
    return id;
  }

  /** The id in reports: 16 hexadecimal digits. */
  public String idInHex() {
    char[] digits = new char[16];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = Character.forDigit((int) (id >>> (60 - 4 * i)) & 15, 16);
    }
    return new String(digits);
  }

  public StatementKind kind() {
    return kind;
  }

  /**
   * The tables that are read, each once, in order of appearance, at most 64; a copy. Names have no
   * quotes, and a schema if the text has one. Unquoted names are in lower case on PostgreSQL, in
   * upper case on H2, Oracle and Db2, and as written elsewhere. Views count as tables; functions,
   * DUAL and common table expressions do not.
   */
  public String[] readTables() {
    return readTables.clone();
  }

  /** The tables that are written, named like {@link #readTables()}; a copy. */
  public String[] writeTables() {
    return writeTables.clone();
  }

  /**
   * Whether this statement may write a table that the other one reads. A name without a schema
   * matches any schema.
   */
  public boolean mayWriteTablesReadBy(NormalizedSql other) {
    return mayShare(writeTables, other.readTables);
  }

  /** Whether both may read the same table. */
  public boolean mayReadTablesReadBy(NormalizedSql other) {
    return mayShare(readTables, other.readTables);
  }

  private static boolean mayShare(String[] tables, String[] otherTables) {
    for (String table : tables) {
      for (String other : otherTables) {
        if (TableSet.mayBeSame(table, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Size of the largest IN list, multi-row VALUES or ARRAY; 0 without any. */
  public int listSize() {
    return listSize;
  }

  /** The keys that one execution looks up or writes, as far as the text shows. */
  public LookupKeys lookupKeys() {
    LookupKeys parsed = lookupKeys;
    if (parsed == null) {
      parsed = LookupKeys.of(this);
      lookupKeys = parsed;
    }
    return parsed;
  }

  /** Whether LIMIT, FETCH FIRST, TOP or ROWNUM limits the rows of the result. */
  public boolean hasLimit() {
    return hasLimit;
  }

  /** Whether it locks the rows it reads: FOR UPDATE, FOR SHARE, LOCK IN SHARE MODE, UPDLOCK. */
  public boolean forUpdate() {
    return forUpdate;
  }

  /** Whether unreadable text was replaced by {@code ?}. */
  public boolean approximate() {
    return approximate;
  }

  @Override
  public String toString() {
    return idInHex() + " " + text;
  }
}
