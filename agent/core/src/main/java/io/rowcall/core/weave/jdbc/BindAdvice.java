package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.ParameterHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The advices of a prepared statement's setters, one for each kind of value. They bind when the
 * setter is done: of setters that call each other the outermost is the last, whose value is the
 * application's.
 */
final class BindAdvice {
  private BindAdvice() {}

  static final class OfNull {
    private OfNull() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Argument(0) int index) {
      ParameterHooks.bind(statement, index, (Object) null);
    }
  }

  static final class OfNamedNull {
    private OfNamedNull() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Argument(0) @Nullable String name) {
      ParameterHooks.bindNamed(statement, name, (Object) null);
    }
  }

  static final class OfInteger {
    private OfInteger() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) long value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class OfBoolean {
    private OfBoolean() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) boolean value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class OfDecimal {
    private OfDecimal() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) double value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class OfObject {
    private OfObject() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) @Nullable Object value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class OfNamedInteger {
    private OfNamedInteger() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) long value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }

  static final class OfNamedBoolean {
    private OfNamedBoolean() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) boolean value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }

  static final class OfNamedDecimal {
    private OfNamedDecimal() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) double value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }

  static final class OfNamedObject {
    private OfNamedObject() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }
}
