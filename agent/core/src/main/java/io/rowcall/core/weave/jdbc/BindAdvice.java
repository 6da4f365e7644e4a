package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.ParameterHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice for the setters of prepared statements, one for each kind of value. A value is bound when
 * the setter returns: of setters that call each other, the outermost returns last, and has the
 * application's value.
 */
final class BindAdvice {
  private BindAdvice() {}

  static final class Null {
    private Null() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Argument(0) int index) {
      ParameterHooks.bind(statement, index, (Object) null);
    }
  }

  static final class NamedNull {
    private NamedNull() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Argument(0) @Nullable String name) {
      ParameterHooks.bindNamed(statement, name, (Object) null);
    }
  }

  static final class IntegerValue {
    private IntegerValue() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) long value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class BooleanValue {
    private BooleanValue() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) boolean value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class DecimalValue {
    private DecimalValue() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) double value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class ObjectValue {
    private ObjectValue() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) @Nullable Object value) {
      ParameterHooks.bind(statement, index, value);
    }
  }

  static final class NamedInteger {
    private NamedInteger() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) long value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }

  static final class NamedBoolean {
    private NamedBoolean() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) boolean value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }

  static final class NamedDecimal {
    private NamedDecimal() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) double value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }

  static final class NamedObject {
    private NamedObject() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }
}
