package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.ResultSetHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The advices of a result set's getters, one for each kind of value. Of getters that call each
 * other only the outermost has read.
 */
final class ColumnAdvice {
  private ColumnAdvice() {}

  static final class OfInteger {
    private OfInteger() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeRead(resultSet);
    }

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

  static final class OfDecimal {
    private OfDecimal() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeRead(resultSet);
    }

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

  static final class OfObject {
    private OfObject() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeRead(resultSet);
    }

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

  static final class OfLabeledInteger {
    private OfLabeledInteger() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeRead(resultSet);
    }

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

  static final class OfLabeledDecimal {
    private OfLabeledDecimal() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeRead(resultSet);
    }

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

  static final class OfLabeledObject {
    private OfLabeledObject() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeRead(resultSet);
    }

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
