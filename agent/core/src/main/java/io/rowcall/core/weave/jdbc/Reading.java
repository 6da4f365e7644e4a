package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.Hooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advices of a result set's getters, one for each kind of value. */
final class Reading {
  private Reading() {}

  static final class OfInteger {
    private OfInteger() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object resultSet, @Advice.Argument(0) int column, @Advice.Return long value) {
      Hooks.columnRead(resultSet, column, value);
    }
  }

  static final class OfObject {
    private OfObject() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object resultSet,
        @Advice.Argument(0) int column,
        @Advice.Return @Nullable Object value) {
      Hooks.columnRead(resultSet, column, value);
    }
  }

  static final class OfLabelledInteger {
    private OfLabelledInteger() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object resultSet,
        @Advice.Argument(0) @Nullable String label,
        @Advice.Return long value) {
      Hooks.columnRead(resultSet, label, value);
    }
  }

  static final class OfLabelledObject {
    private OfLabelledObject() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object resultSet,
        @Advice.Argument(0) @Nullable String label,
        @Advice.Return @Nullable Object value) {
      Hooks.columnRead(resultSet, label, value);
    }
  }
}
