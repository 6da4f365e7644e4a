package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class StateMapTest {
  @Test
  void aWovenObjectIsItsOwnState() {
    var woven = new DetachedState();

    assertSame(woven, StateMap.ofStatement(woven));
    assertSame(woven, StateMap.ofResultSet(woven));
  }

  @Test
  void anyOtherObjectHasADetachedStateForItsLife() {
    var statement = new Object();
    StatementState state = StateMap.ofStatement(statement);
    state.rowcall$first(7);

    assertSame(state, StateMap.ofStatement(statement));
    assertEquals(7, StateMap.ofStatement(statement).rowcall$first());
    assertEquals(0, StateMap.ofStatement(new Object()).rowcall$first());
  }

  @Test
  void aDetachedResultSetStartsWithoutExecution() {
    ResultSetState state = StateMap.ofResultSet(new Object());

    assertNull(state.rowcall$owner());
    assertFalse(Cursors.enter(state), "no row is counted");
  }
}
