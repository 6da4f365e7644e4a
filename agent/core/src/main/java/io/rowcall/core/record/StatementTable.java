package io.rowcall.core.record;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.Fingerprint;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.SqlNormalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every statement of the JVM, once in each dialect: what databases of two kinds are asked in the
 * same words are two statements, of tables that have nothing to do with each other. Bounded by
 * number and by characters; beyond that it is {@link SqlStatement#OTHER}, and counted. Any thread.
 *
 * <p>A statement has the id of its text, so that reports of the same service on H2 and on
 * PostgreSQL can be compared. Where one JVM has it in two dialects, the one that comes later gets
 * an id of its own; and so does always that of an unknown dialect, which may be known a moment
 * later.
 */
public final class StatementTable {
  private static final Dialect[] DIALECTS = Dialect.values();

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** By the hash of the text, and the dialect. */
  private final ConcurrentHashMap<Long, SqlStatement> known =
      new ConcurrentHashMap<Long, SqlStatement>();

  private final Set<Long> ids = new HashSet<Long>();
  private final FingerprintCache skeletons = new FingerprintCache();
  private final AtomicLong overflowed = new AtomicLong();
  private final AtomicLong uncertain = new AtomicLong();
  private final Dialect[] dialects = new Dialect[Limits.STATEMENTS + 1];
  private int characters;

  /** The statement of a text; {@code dialect} is the ordinal of a {@link Dialect}. */
  public SqlStatement of(String sql, int dialect) {
    long skeleton = Fingerprint.of(sql, DIALECTS[dialect]);
    SqlStatement met = skeletons.get(skeleton);
    return met != null ? met : scanned(sql, DIALECTS[dialect], skeleton);
  }

  private SqlStatement scanned(String sql, Dialect dialect, long skeleton) {
    NormalizedSql normalized = SqlNormalizer.normalize(sql, dialect);
    long key = keyOf(normalized, dialect);
    SqlStatement met = known.get(key);
    SqlStatement statement = met != null ? met : add(key, normalized, dialect);
    if (normalized.listSize() > statement.longestList) {
      statement.longestList = normalized.listSize();
    }
    if (statement != SqlStatement.OTHER) {
      skeletons.put(skeleton, statement);
    }
    return statement;
  }

  private synchronized SqlStatement add(long key, NormalizedSql normalized, Dialect dialect) {
    SqlStatement met = known.get(key);
    if (met != null) {
      return met;
    }
    String text = normalized.text();
    if (known.size() >= Limits.STATEMENTS || characters + text.length() > Limits.CHARACTERS) {
      overflowed.incrementAndGet();
      return SqlStatement.OTHER;
    }
    boolean first = dialect != Dialect.UNKNOWN && ids.add(normalized.id());
    long id = first ? normalized.id() : key;
    SqlStatement added = new SqlStatement(known.size() + 1, id, text, normalized);
    dialects[added.ordinal] = dialect;
    known.put(key, added);
    characters += text.length();
    if (normalized.approximate()) {
      uncertain.incrementAndGet();
    }
    return added;
  }

  private static long keyOf(NormalizedSql normalized, Dialect dialect) {
    long key = (normalized.id() ^ dialect.name().hashCode()) * MULTIPLIER;
    return key ^ (key >>> 32);
  }

  /** The dialect of the statement. */
  synchronized Dialect dialect(SqlStatement statement) {
    Dialect known = statement.ordinal < dialects.length ? dialects[statement.ordinal] : null;
    return known == null ? Dialect.GENERIC : known;
  }

  /** Texts that found no place any more. A text that comes twice may count twice. */
  long overflowed() {
    return overflowed.get();
  }

  /** Statements of which something could not be read and was replaced. */
  long uncertain() {
    return uncertain.get();
  }
}
