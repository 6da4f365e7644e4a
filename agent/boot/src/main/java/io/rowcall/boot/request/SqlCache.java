package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * From the text that the application sends to its {@link SqlStatement}: a bounded, lock-free,
 * set-associative cache in front of the scanner. A hit costs the text's (cached) hash and one
 * comparison, and allocates nothing.
 *
 * <p>It holds at most {@value #ENTRIES} texts of at most {@value #MAX_TEXT} characters, and takes a
 * text when it comes for the second time: those that carry ever new literals never come twice, so
 * they neither fill it nor cost an object.
 *
 * <p>Any thread. A lost race costs one more scan.
 */
public final class SqlCache {
  private static final int ENTRIES = 2048;
  private static final int WAYS = 4;
  private static final int MAX_TEXT = 2048;

  static final AtomicReferenceArray<@Nullable Entry> CACHE =
      new AtomicReferenceArray<@Nullable Entry>(ENTRIES);

  /** The hashes of texts that came once. Races lose one, and the text is taken a sight later. */
  private static final int[] ONCE = new int[4 * ENTRIES];

  /** The dialect of classes that are no driver's, as far as their names tell. */
  public static final int UNKNOWN = 0;

  private SqlCache() {}

  public static SqlStatement of(@Nullable String sql, int dialect) {
    Engine engine = Engine.current();
    if (sql == null || engine == null) {
      return SqlStatement.OTHER;
    }
    int hash = sql.hashCode() + dialect * 0x9E3779B9;
    int set = ((hash ^ (hash >>> 15)) * WAYS) & (ENTRIES - 1);
    for (int way = 0; way < WAYS; way++) {
      Entry entry = CACHE.get(set + way);
      if (entry != null && entry.hash == hash && entry.dialect == dialect && entry.is(sql)) {
        return entry.statement;
      }
    }
    SqlStatement statement = engine.statement(sql, dialect);
    if (sql.length() <= MAX_TEXT && cameBefore(hash)) {
      CACHE.set(wayFor(set, hash), new Entry(hash, dialect, sql, statement));
    }
    return statement;
  }

  private static boolean cameBefore(int hash) {
    int slot = (hash ^ (hash >>> 13)) & (ONCE.length - 1);
    if (ONCE[slot] == hash) {
      return true;
    }
    ONCE[slot] = hash;
    return false;
  }

  private static int wayFor(int set, int hash) {
    for (int way = 0; way < WAYS; way++) {
      if (CACHE.get(set + way) == null) {
        return set + way;
      }
    }
    return set + ((hash >>> 20) & (WAYS - 1));
  }

  static final class Entry {
    final int hash;
    final int dialect;
    final String sql;
    final SqlStatement statement;

    Entry(int hash, int dialect, String sql, SqlStatement statement) {
      this.hash = hash;
      this.dialect = dialect;
      this.sql = sql;
      this.statement = statement;
    }

    @SuppressWarnings("ReferenceEquality") // The same object is the common case, and free.
    boolean is(String other) {
      return sql == other || sql.equals(other);
    }
  }
}
