package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.ResultSetHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice for the methods that move the cursor of a result set: one for the start, and one for the
 * end of each kind of move. Of methods that call each other, only the outermost moves.
 */
final class CursorAdvice {
  private CursorAdvice() {}

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return ResultSetHooks.beforeMove(resultSet);
    }
  }

  static final class Next {
    private Next() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterNext(resultSet, row, thrown != null);
      }
    }
  }

  static final class Previous {
    private Previous() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterRelative(resultSet, -1, row, thrown != null);
      }
    }
  }

  static final class Relative {
    private Relative() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int rows,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterRelative(resultSet, rows, row, thrown != null);
      }
    }
  }

  static final class Absolute {
    private Absolute() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int position,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterAbsolute(resultSet, position, row, thrown != null);
      }
    }
  }

  static final class First {
    private First() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterAbsolute(resultSet, 1, row, thrown != null);
      }
    }
  }

  static final class Last {
    private Last() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterAbsolute(resultSet, -1, row, thrown != null);
      }
    }
  }

  static final class GetRow {
    private GetRow() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object resultSet, @Advice.Return int row) {
      ResultSetHooks.afterGetRow(resultSet, row);
    }
  }

  static final class BeforeFirst {
    private BeforeFirst() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterMoveOffRows(resultSet, false, thrown != null);
      }
    }
  }

  static final class AfterLast {
    private AfterLast() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        ResultSetHooks.afterMoveOffRows(resultSet, true, thrown != null);
      }
    }
  }
}
