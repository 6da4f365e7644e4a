package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.ResultSetHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice for the getters of result sets: one for the start, and one for the end for each kind of
 * value. Of getters that call each other, only the outermost reads a column.
 */
final class ColumnAdvice {
  private ColumnAdvice() {}

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeRead(resultSet);
    }
  }

  static final class IntegerAt {
    private IntegerAt() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int column,
        @Advice.Return long value,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (!outermost) {
        return;
      }
      if (thrown == null) {
        ResultSetHooks.afterRead(resultSet, column, value);
      } else {
        ResultSetHooks.onReadFailed(resultSet);
      }
    }
  }

  static final class DecimalAt {
    private DecimalAt() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int column,
        @Advice.Return double value,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (!outermost) {
        return;
      }
      if (thrown == null) {
        ResultSetHooks.afterRead(resultSet, column, value);
      } else {
        ResultSetHooks.onReadFailed(resultSet);
      }
    }
  }

  static final class ObjectAt {
    private ObjectAt() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int column,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (!outermost) {
        return;
      }
      if (thrown == null) {
        ResultSetHooks.afterRead(resultSet, column, value);
      } else {
        ResultSetHooks.onReadFailed(resultSet);
      }
    }
  }

  static final class LabeledInteger {
    private LabeledInteger() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) @Nullable String label,
        @Advice.Return long value,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (!outermost) {
        return;
      }
      if (thrown == null) {
        ResultSetHooks.afterRead(resultSet, label, value);
      } else {
        ResultSetHooks.onReadFailed(resultSet);
      }
    }
  }

  static final class LabeledDecimal {
    private LabeledDecimal() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) @Nullable String label,
        @Advice.Return double value,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (!outermost) {
        return;
      }
      if (thrown == null) {
        ResultSetHooks.afterRead(resultSet, label, value);
      } else {
        ResultSetHooks.onReadFailed(resultSet);
      }
    }
  }

  static final class LabeledObject {
    private LabeledObject() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) @Nullable String label,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (!outermost) {
        return;
      }
      if (thrown == null) {
        ResultSetHooks.afterRead(resultSet, label, value);
      } else {
        ResultSetHooks.onReadFailed(resultSet);
      }
    }
  }
}
