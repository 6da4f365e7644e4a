package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.rowcall.boot.Cursor;
import io.rowcall.boot.Hooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;

/** Counts the rows that are read from a {@code java.sql.ResultSet}, and watches its columns. */
public final class ResultSetInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("java/sql/ResultSet", "next");
  }

  @Override
  public void weave(Weaver type) {
    type.addState(Cursor.class);
    type.advise(
        Next.class, named("next").and(Signatures.noArguments()).and(returns(boolean.class)));
    type.advise(Reading.OfInteger.class, Signatures.getting(int.class, true));
    type.advise(Reading.OfObject.class, Signatures.getting(int.class, false));
    type.advise(Reading.OfLabelledInteger.class, Signatures.getting(String.class, true));
    type.advise(Reading.OfLabelledObject.class, Signatures.getting(String.class, false));
  }

  static final class Next {
    private Next() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object resultSet, @Advice.Return boolean row) {
      if (row) {
        Hooks.rowRead(resultSet);
      }
    }
  }
}
