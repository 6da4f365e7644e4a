package io.rowcall.core.record;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.Fingerprint;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.SqlNormalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Table of all statements of the JVM, by text and dialect: equal texts for different databases
 * refer to different tables. Bounded by number and by characters; statements beyond the bound are
 * {@link SqlStatement#OTHER}, and counted. Any thread.
 *
 * <p>A statement has the id of its text, so that reports of a service on H2 and on PostgreSQL can
 * be compared. If a JVM has it in two dialects, the later one gets an id of its own. So does a
 * statement of an unknown dialect, because the dialect may become known later.
 */
public final class StatementTable {
  private static final Dialect[] DIALECTS = Dialect.values();

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** Statements by hash of text and dialect. */
  private final ConcurrentHashMap<Long, SqlStatement> known =
      new ConcurrentHashMap<Long, SqlStatement>();

  private final Set<Long> ids = new HashSet<Long>();
  private final FingerprintCache fingerprints = new FingerprintCache();
  private final AtomicLong overflowed = new AtomicLong();
  private final AtomicLong approximate = new AtomicLong();
  private final AtomicInteger ordinals = new AtomicInteger(SqlStatement.FIRST_ORDINAL);
  private final CallTable calls = new CallTable(ordinals);
  private final Dialect[] dialects =
      new Dialect[SqlStatement.FIRST_ORDINAL + Limits.STATEMENTS + Limits.CALLS];
  private int characters;

  /** The statement of a text; {@code dialect} is the ordinal of a {@link Dialect}. */
  public SqlStatement of(String sql, int dialect) {
    long fingerprint = Fingerprint.of(sql, DIALECTS[dialect]);
    SqlStatement existing = fingerprints.get(fingerprint);
    return existing != null ? existing : normalize(sql, DIALECTS[dialect], fingerprint);
  }

  private SqlStatement normalize(String sql, Dialect dialect, long fingerprint) {
    NormalizedSql normalized = SqlNormalizer.normalize(sql, dialect);
    long key = keyOf(normalized, dialect);
    SqlStatement existing = known.get(key);
    SqlStatement statement = existing != null ? existing : add(key, normalized, dialect);
    if (normalized.listSize() > statement.longestList) {
      statement.longestList = normalized.listSize();
    }
    if (statement != SqlStatement.OTHER) {
      fingerprints.put(fingerprint, statement);
    }
    return statement;
  }

  private synchronized SqlStatement add(long key, NormalizedSql normalized, Dialect dialect) {
    SqlStatement existing = known.get(key);
    if (existing != null) {
      return existing;
    }
    String text = normalized.text();
    if (known.size() >= Limits.STATEMENTS || characters + text.length() > Limits.CHARACTERS) {
      overflowed.incrementAndGet();
      return SqlStatement.OTHER;
    }
    boolean first = dialect != Dialect.UNKNOWN && ids.add(normalized.id());
    long id = first ? normalized.id() : key;
    SqlStatement added = new SqlStatement(ordinals.getAndIncrement(), id, text, normalized);
    dialects[added.ordinal] = dialect;
    known.put(key, added);
    characters += text.length();
    if (normalized.approximate()) {
      approximate.incrementAndGet();
    }
    return added;
  }

  /** Outgoing calls, whose ordinals are from the same sequence. */
  CallTable calls() {
    return calls;
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

  /** Number of texts beyond the bound. A text that comes twice may count twice. */
  long overflowed() {
    return overflowed.get();
  }

  /** Number of statements with unreadable text that was replaced. */
  long approximate() {
    return approximate.get();
  }
}
