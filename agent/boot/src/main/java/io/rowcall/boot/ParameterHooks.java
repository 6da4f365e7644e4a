package io.rowcall.boot;

import io.rowcall.boot.request.SqlCache;
import io.rowcall.boot.request.UnresolvedSql;
import io.rowcall.boot.state.ArrayState;
import io.rowcall.boot.state.BindHash;
import io.rowcall.boot.state.BoundValues;
import io.rowcall.boot.state.StateMap;
import io.rowcall.boot.state.StatementState;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of the parameters and batches of statements. Values are hashed at once, and never kept.
 *
 * <p>Setters call other setters of their own. Each is recorded after it has returned, so the
 * outermost comes last, and its value stays.
 */
public final class ParameterHooks {
  private ParameterHooks() {}

  public static void bind(Object statement, int index, long value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, double value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, boolean value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, @Nullable Object value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, long value) {
    bound(statement).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, double value) {
    bound(statement).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, boolean value) {
    bound(statement).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, @Nullable Object value) {
    bound(statement).set(name, BindHash.of(value));
  }

  private static BoundValues bound(Object statement) {
    StatementState state = StateMap.ofStatement(statement);
    Object bound = state.rowcall$bound();
    if (bound == null) {
      bound = new BoundValues();
      state.rowcall$bound(bound);
    }
    return (BoundValues) bound;
  }

  public static void clearParameters(Object statement) {
    Object bound = StateMap.ofStatement(statement).rowcall$bound();
    if (bound != null) {
      ((BoundValues) bound).clear();
    }
  }

  static long bindHash(StatementState state) {
    Object bound = state.rowcall$bound();
    return bound == null ? 0 : ((BoundValues) bound).hash();
  }

  /** A connection has created an array of these elements. */
  public static void onArrayCreated(@Nullable Object array, @Nullable Object elements) {
    if (array instanceof ArrayState) {
      ((ArrayState) array).rowcall$content(BindHash.of(elements));
    }
  }

  // ---- Batches ----

  public static void addBatch(Object statement) {
    StatementState state = StateMap.ofStatement(statement);
    addBatch(state, bindHash(state));
  }

  /** A command was added as a text: the batch is named after its first command. */
  public static void addBatch(Object statement, @Nullable String sql, int dialect) {
    StatementState state = StateMap.ofStatement(statement);
    if (state.rowcall$batch() == 0) {
      state.rowcall$statement(
          dialect == SqlCache.UNKNOWN && sql != null
              ? new UnresolvedSql(sql)
              : SqlCache.get(sql, dialect));
    }
    addBatch(state, sql == null ? 0 : sql.hashCode());
  }

  private static void addBatch(StatementState state, long bindHash) {
    int size = state.rowcall$batch();
    state.rowcall$binds(size == 0 ? bindHash : BindHash.mix(state.rowcall$binds(), bindHash));
    state.rowcall$batch(size + 1);
  }

  public static void clearBatch(Object statement) {
    clearBatch(StateMap.ofStatement(statement));
  }

  static void clearBatch(StatementState state) {
    state.rowcall$batch(0);
    state.rowcall$binds(0);
  }
}
