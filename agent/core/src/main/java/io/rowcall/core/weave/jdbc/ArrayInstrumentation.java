package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.state.ArrayState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Gives a {@code java.sql.Array} a field for the hash of the elements that it was created from. */
public final class ArrayInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("java/sql/Array", "getArray", "getBaseType");
  }

  @Override
  public void weave(Weaver type) {
    type.addState(ArrayState.class);
  }
}
