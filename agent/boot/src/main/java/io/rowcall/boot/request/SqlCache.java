package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Cache of {@link SqlStatement}s by the text that the application sends: bounded, lock-free,
 * set-associative, in front of the normalizer. A hit costs the text's (cached) hash and one
 * comparison, and allocates nothing.
 *
 * <p>Holds at most {@value #ENTRIES} texts of at most {@value #MAX_TEXT} characters, and admits a
 * text when it is seen for the second time: texts with ever-changing literals are never seen twice,
 * so they neither fill the cache nor cost an object.
 *
 * <p>Any thread. A lost race costs one more normalization.
 */
public final class SqlCache {
  private static final int ENTRIES = 2048;
  private static final int WAYS = 4;
  private static final int MAX_TEXT = 2048;

  static final AtomicReferenceArray<@Nullable Entry> CACHE =
      new AtomicReferenceArray<@Nullable Entry>(ENTRIES);

  /**
   * Hashes of texts that were seen once. A race may lose one, whose text is then admitted later.
   */
  private static final int[] ONCE = new int[4 * ENTRIES];

  /** Dialect of classes that belong to no known driver. */
  public static final int UNKNOWN = 0;

  private SqlCache() {}

  public static SqlStatement get(@Nullable String sql, int dialect) {
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
    if (sql.length() <= MAX_TEXT && isSecondSight(hash)) {
      CACHE.set(wayFor(set, hash), new Entry(hash, dialect, sql, statement));
    }
    return statement;
  }

  private static boolean isSecondSight(int hash) {
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
