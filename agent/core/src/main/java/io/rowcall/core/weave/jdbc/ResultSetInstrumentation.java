package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.Cursor;
import io.rowcall.boot.Hooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Counts the rows that are read from a {@code java.sql.ResultSet}, and watches its columns. */
public final class ResultSetInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing(
        "java/sql/ResultSet", "next", "absolute", "relative", "getObject", "getLong", "getString");
  }

  @Override
  public void weave(Weaver type) {
    type.addState(Cursor.class);
    type.advise(Next.class, Signatures.moving("next").and(Signatures.noArguments()));
    type.advise(Previous.class, Signatures.moving("previous").and(Signatures.noArguments()));
    type.advise(Relative.class, Signatures.moving("relative").and(takesArguments(int.class)));
    type.advise(Absolute.class, Signatures.moving("absolute").and(takesArguments(int.class)));
    type.advise(First.class, Signatures.moving("first").and(Signatures.noArguments()));
    type.advise(Last.class, Signatures.moving("last").and(Signatures.noArguments()));
    type.advise(
        BeforeFirst.class,
        named("beforeFirst").and(Signatures.noArguments()).and(returns(void.class)));
    type.advise(
        AfterLast.class, named("afterLast").and(Signatures.noArguments()).and(returns(void.class)));
    read(type, Reading.OfInteger.class, Reading.OfLabelledInteger.class, Signatures.integer());
    read(type, Reading.OfDecimal.class, Reading.OfLabelledDecimal.class, Signatures.decimal());
    read(type, Reading.OfObject.class, Reading.OfLabelledObject.class, Signatures.reference());
  }

  private static void read(
      Weaver type,
      Class<?> byPosition,
      Class<?> byLabel,
      ElementMatcher<? super TypeDescription> value) {
    type.advise(byPosition, Signatures.getting(int.class, value));
    type.advise(byLabel, Signatures.getting(String.class, value));
  }

  static final class Next {
    private Next() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.nextEnds(resultSet, row && thrown == null);
      }
    }
  }

  static final class Previous {
    private Previous() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.relativeEnds(resultSet, -1, row, thrown != null);
      }
    }
  }

  static final class Relative {
    private Relative() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int rows,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.relativeEnds(resultSet, rows, row, thrown != null);
      }
    }
  }

  static final class Absolute {
    private Absolute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int position,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.absoluteEnds(resultSet, position, row, thrown != null);
      }
    }
  }

  static final class First {
    private First() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.absoluteEnds(resultSet, 1, row, thrown != null);
      }
    }
  }

  static final class Last {
    private Last() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.absoluteEnds(resultSet, -1, row, thrown != null);
      }
    }
  }

  static final class BeforeFirst {
    private BeforeFirst() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.leavesRows(resultSet, false, thrown != null);
      }
    }
  }

  static final class AfterLast {
    private AfterLast() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return Hooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        Hooks.leavesRows(resultSet, true, thrown != null);
      }
    }
  }
}
