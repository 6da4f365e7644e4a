package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ResultSetState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Counts the rows that are read from a {@code java.sql.ResultSet}, and observes its columns. */
public final class ResultSetInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing(
        "java/sql/ResultSet", "next", "absolute", "relative", "getObject", "getLong", "getString");
  }

  @Override
  public void weave(Weaver type) {
    type.addState(ResultSetState.class);
    move(type, JdbcMethods.moving("next").and(takesArguments(0)), CursorAdvice.Next.class);
    move(type, JdbcMethods.moving("previous").and(takesArguments(0)), CursorAdvice.Previous.class);
    move(
        type,
        JdbcMethods.moving("relative").and(takesArguments(int.class)),
        CursorAdvice.Relative.class);
    move(
        type,
        JdbcMethods.moving("absolute").and(takesArguments(int.class)),
        CursorAdvice.Absolute.class);
    move(type, JdbcMethods.moving("first").and(takesArguments(0)), CursorAdvice.First.class);
    move(type, JdbcMethods.moving("last").and(takesArguments(0)), CursorAdvice.Last.class);
    move(type, leaving("beforeFirst"), CursorAdvice.BeforeFirst.class);
    move(type, leaving("afterLast"), CursorAdvice.AfterLast.class);
    type.advise(
        named("getRow").and(takesArguments(0)).and(returns(int.class)), CursorAdvice.GetRow.class);
    read(type, int.class, JdbcMethods.integer(), ColumnAdvice.IntegerAt.class);
    read(type, int.class, JdbcMethods.decimal(), ColumnAdvice.DecimalAt.class);
    read(type, int.class, JdbcMethods.reference(), ColumnAdvice.ObjectAt.class);
    read(type, String.class, JdbcMethods.integer(), ColumnAdvice.LabeledInteger.class);
    read(type, String.class, JdbcMethods.decimal(), ColumnAdvice.LabeledDecimal.class);
    read(type, String.class, JdbcMethods.reference(), ColumnAdvice.LabeledObject.class);
  }

  private static ElementMatcher.Junction<MethodDescription> leaving(String name) {
    return named(name).and(takesArguments(0)).and(returns(void.class));
  }

  private static void move(
      Weaver type, ElementMatcher<? super MethodDescription> methods, Class<?> end) {
    type.advise(methods, CursorAdvice.Start.class, end);
  }

  private static void read(
      Weaver type, Class<?> column, ElementMatcher<? super TypeDescription> value, Class<?> end) {
    type.advise(JdbcMethods.getting(column, value), ColumnAdvice.Start.class, end);
  }
}
