package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
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
    set(statement, index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, double value) {
    set(statement, index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, boolean value) {
    set(statement, index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, @Nullable Object value) {
    set(statement, index, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, long value) {
    values(StateMap.ofStatement(statement)).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, double value) {
    values(StateMap.ofStatement(statement)).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, boolean value) {
    values(StateMap.ofStatement(statement)).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, @Nullable Object value) {
    values(StateMap.ofStatement(statement)).set(name, BindHash.of(value));
  }

  private static void set(Object statement, int index, long hash) {
    StatementState state = StateMap.ofStatement(statement);
    if (index == 1 && state.rowcall$bound() == null) {
      state.rowcall$first(hash);
    } else {
      values(state).set(index, hash);
    }
  }

  /** The values of a statement in an object of their own, from now on. */
  private static BoundValues values(StatementState state) {
    BoundValues values = (BoundValues) state.rowcall$bound();
    if (values == null) {
      values = new BoundValues();
      if (state.rowcall$first() != 0) {
        values.set(1, state.rowcall$first());
        state.rowcall$first(0);
      }
      state.rowcall$bound(values);
    }
    return values;
  }

  /** Ignored while executing: what a wrapper, such as ShardingSphere's, clears then is executed. */
  public static void clearParameters(Object statement) {
    if (!ThreadState.current().executing) {
      clearParameters(StateMap.ofStatement(statement));
    }
  }

  static void clearParameters(StatementState state) {
    BoundValues values = (BoundValues) state.rowcall$bound();
    if (values == null) {
      state.rowcall$first(0);
    } else {
      values.clear();
    }
  }

  static long bindHash(StatementState state) {
    BoundValues values = (BoundValues) state.rowcall$bound();
    return values == null ? BoundValues.hashOfFirst(state.rowcall$first()) : values.hash();
  }

  /** A connection has created an array of these elements. */
  public static void onArrayCreated(@Nullable Object array, @Nullable Object elements) {
    if (array instanceof ArrayState && !StateMap.isProxy(array)) {
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
    if (batchSize(state) == 0) {
      state.rowcall$statement(
          dialect == SqlCache.UNKNOWN && sql != null
              ? new UnresolvedSql(sql)
              : SqlCache.get(sql, dialect));
    }
    addBatch(state, sql == null ? 0 : sql.hashCode());
  }

  private static void addBatch(StatementState state, long bindHash) {
    values(state).addToBatch(bindHash);
  }

  static int batchSize(StatementState state) {
    BoundValues values = (BoundValues) state.rowcall$bound();
    return values == null ? 0 : values.batchSize();
  }

  static long batchHash(StatementState state) {
    BoundValues values = (BoundValues) state.rowcall$bound();
    return values == null ? 0 : values.batchHash();
  }

  /** Ignored while executing: the end of the execution resets the batch. */
  public static void clearBatch(Object statement) {
    if (ThreadState.current().executing) {
      return;
    }
    resetBatch(StateMap.ofStatement(statement));
  }

  static void resetBatch(StatementState state) {
    BoundValues values = (BoundValues) state.rowcall$bound();
    if (values != null) {
      values.resetBatch();
    }
  }
}
