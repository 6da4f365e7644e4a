package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.state.ResultSetState;
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
    type.addState(ResultSetState.class);
    type.advise(Next.class, JdbcMethods.moving("next").and(JdbcMethods.noArguments()));
    type.advise(Previous.class, JdbcMethods.moving("previous").and(JdbcMethods.noArguments()));
    type.advise(Relative.class, JdbcMethods.moving("relative").and(takesArguments(int.class)));
    type.advise(Absolute.class, JdbcMethods.moving("absolute").and(takesArguments(int.class)));
    type.advise(First.class, JdbcMethods.moving("first").and(JdbcMethods.noArguments()));
    type.advise(Last.class, JdbcMethods.moving("last").and(JdbcMethods.noArguments()));
    type.advise(
        BeforeFirst.class,
        named("beforeFirst").and(JdbcMethods.noArguments()).and(returns(void.class)));
    type.advise(
        AfterLast.class,
        named("afterLast").and(JdbcMethods.noArguments()).and(returns(void.class)));
    read(
        type,
        ColumnAdvice.OfInteger.class,
        ColumnAdvice.OfLabeledInteger.class,
        JdbcMethods.integer());
    read(
        type,
        ColumnAdvice.OfDecimal.class,
        ColumnAdvice.OfLabeledDecimal.class,
        JdbcMethods.decimal());
    read(
        type,
        ColumnAdvice.OfObject.class,
        ColumnAdvice.OfLabeledObject.class,
        JdbcMethods.reference());
  }

  private static void read(
      Weaver type,
      Class<?> byPosition,
      Class<?> byLabel,
      ElementMatcher<? super TypeDescription> value) {
    type.advise(byPosition, JdbcMethods.getting(int.class, value));
    type.advise(byLabel, JdbcMethods.getting(String.class, value));
  }

  static final class Next {
    private Next() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.nextEnds(resultSet, row && thrown == null);
      }
    }
  }

  static final class Previous {
    private Previous() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.relativeEnds(resultSet, -1, row, thrown != null);
      }
    }
  }

  static final class Relative {
    private Relative() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int rows,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.relativeEnds(resultSet, rows, row, thrown != null);
      }
    }
  }

  static final class Absolute {
    private Absolute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Argument(0) int position,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.absoluteEnds(resultSet, position, row, thrown != null);
      }
    }
  }

  static final class First {
    private First() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.absoluteEnds(resultSet, 1, row, thrown != null);
      }
    }
  }

  static final class Last {
    private Last() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Return boolean row,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.absoluteEnds(resultSet, -1, row, thrown != null);
      }
    }
  }

  static final class BeforeFirst {
    private BeforeFirst() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.leavesRows(resultSet, false, thrown != null);
      }
    }
  }

  static final class AfterLast {
    private AfterLast() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return JdbcHooks.moveStarts(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean outermost,
        @Advice.This Object resultSet,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (outermost) {
        JdbcHooks.leavesRows(resultSet, true, thrown != null);
      }
    }
  }
}
