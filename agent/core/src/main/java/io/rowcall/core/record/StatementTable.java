package io.rowcall.core.record;

import io.rowcall.boot.SqlStatement;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.Normalised;
import io.rowcall.core.sql.Scanner;
import io.rowcall.core.sql.Skeleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every statement of the JVM, once. Bounded by number and by characters; beyond that it is {@link
 * SqlStatement#OTHER}, and counted. Any thread.
 */
public final class StatementTable {
  private static final Dialect[] DIALECTS = Dialect.values();

  private final ConcurrentHashMap<Long, SqlStatement> byId =
      new ConcurrentHashMap<Long, SqlStatement>();
  private final SkeletonTable skeletons = new SkeletonTable();
  private final AtomicLong overflowed = new AtomicLong();
  private final AtomicLong uncertain = new AtomicLong();
  private final Dialect[] dialects = new Dialect[Limits.STATEMENTS + 1];
  private int characters;

  /** The statement of a text; {@code dialect} is the ordinal of a {@link Dialect}. */
  public SqlStatement of(String sql, int dialect) {
    long skeleton = Skeleton.of(sql, DIALECTS[dialect]);
    SqlStatement met = skeletons.get(skeleton);
    return met != null ? met : scanned(sql, DIALECTS[dialect], skeleton);
  }

  private SqlStatement scanned(String sql, Dialect dialect, long skeleton) {
    Normalised normalised = Scanner.normalise(sql, dialect);
    SqlStatement known = byId.get(normalised.id());
    SqlStatement statement = known != null ? known : add(normalised, dialect);
    if (normalised.listSize() > statement.longestList) {
      statement.longestList = normalised.listSize();
    }
    if (statement != SqlStatement.OTHER) {
      skeletons.put(skeleton, statement);
    }
    return statement;
  }

  private synchronized SqlStatement add(Normalised normalised, Dialect dialect) {
    SqlStatement known = byId.get(normalised.id());
    if (known != null) {
      return known;
    }
    String text = normalised.text();
    if (byId.size() >= Limits.STATEMENTS || characters + text.length() > Limits.CHARACTERS) {
      overflowed.incrementAndGet();
      return SqlStatement.OTHER;
    }
    SqlStatement added = new SqlStatement(byId.size() + 1, normalised.id(), text, normalised);
    dialects[added.ordinal] = dialect;
    byId.put(normalised.id(), added);
    characters += text.length();
    if (normalised.uncertain()) {
      uncertain.incrementAndGet();
    }
    return added;
  }

  /** The dialect in which the statement was first seen. */
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
