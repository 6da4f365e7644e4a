package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.Hooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advices of a prepared statement's setters, one for each kind of value. */
final class Binding {
  private Binding() {}

  static final class OfInteger {
    private OfInteger() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) long value) {
      Hooks.bind(statement, index, value);
    }
  }

  static final class OfBoolean {
    private OfBoolean() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) boolean value) {
      Hooks.bind(statement, index, value ? 1L : 0L);
    }
  }

  static final class OfDecimal {
    private OfDecimal() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) double value) {
      Hooks.bind(statement, index, Double.doubleToRawLongBits(value));
    }
  }

  static final class OfObject {
    private OfObject() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) @Nullable Object value) {
      Hooks.bind(statement, index, value);
    }
  }

  static final class OfNamedObject {
    private OfNamedObject() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object statement,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      Hooks.bind(statement, name, value);
    }
  }
}
