package io.rowcall.core.sql;

import org.jspecify.annotations.Nullable;

/**
 * A statement: the normalized text of one or more SQL texts, its id, and what was learnt from it.
 * Immutable to whoever looks.
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

  /** Made when it is first asked for; threads that ask at once make equal ones. */
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
   * The normalized text, cut after 10,240 characters with {@link NormalizedText#CUT_MARK} at its
   * end.
   */
  public String text() {
    return text;
  }

  /** The hash of the whole normalized text, as {@link NormalizedText#id()} defines it; never 0. */
  public long id() {
    return id;
  }

  /** The id as reports write it: 16 hexadecimal digits. */
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
   * The tables that are read, each once, in order of appearance, at most 64; a copy. Without
   * quotes, schema in front where it was written; unquoted names in lower case on PostgreSQL, in
   * upper case on H2, Oracle and Db2, elsewhere as written. Views count as tables; functions, DUAL
   * and common table expressions do not.
   */
  public String[] readTables() {
    return readTables.clone();
  }

  /** The tables that are written, as {@link #readTables()} names them; a copy. */
  public String[] writeTables() {
    return writeTables.clone();
  }

  /**
   * Whether this statement may write a table that the other one reads. A name without a schema is
   * that of any schema.
   */
  public boolean mayWriteWhatIsReadBy(NormalizedSql other) {
    return mayShare(writeTables, other.readTables);
  }

  /** Whether both may read one table. */
  public boolean readsWhatIsReadBy(NormalizedSql other) {
    return mayShare(readTables, other.readTables);
  }

  private static boolean mayShare(String[] some, String[] others) {
    for (String one : some) {
      for (String other : others) {
        if (TableSet.mayBeSame(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Members of the largest IN list, multi-row VALUES or ARRAY; 0 without any. */
  public int listSize() {
    return listSize;
  }

  /** How many keys one execution looks up or writes, as far as the text tells. */
  public LookupKeys lookupKeys() {
    LookupKeys known = lookupKeys;
    if (known == null) {
      known = LookupKeys.of(this);
      lookupKeys = known;
    }
    return known;
  }

  /** Whether LIMIT, FETCH FIRST, TOP or ROWNUM bounds the rows of the result. */
  public boolean hasLimit() {
    return hasLimit;
  }

  /** Whether the rows read are locked: FOR UPDATE, FOR SHARE, LOCK IN SHARE MODE, UPDLOCK. */
  public boolean forUpdate() {
    return forUpdate;
  }

  /** Whether something was replaced by {@code ?} because it could not be read. */
  public boolean approximate() {
    return approximate;
  }

  @Override
  public String toString() {
    return idInHex() + " " + text;
  }
}
