package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The fields of a result set's state, which mean several things each. */
final class CursorsTest {
  private final ResultSetState state = new DetachedState();

  @Test
  void onlyTheOutermostMethodEnters() {
    Cursors.attach(state, "request", 7);

    assertTrue(Cursors.enter(state));
    assertFalse(Cursors.enter(state));
    Cursors.leave(state);
    assertTrue(Cursors.enter(state));
  }

  @Test
  void rowsAreKeptWhileAMethodRuns() {
    Cursors.attach(state, "request", 7);
    for (int i = 0; i < 3; i++) {
      assertTrue(Cursors.enter(state));
      Cursors.leave(state);
      Cursors.addRow(state);
    }
    Cursors.enter(state);
    Cursors.leave(state);

    assertEquals(3, state.rowcall$rows());
    assertEquals(0, Cursors.visited(state).moveTo(3, true), "it was read");
    assertEquals(1, Cursors.visited(state).moveTo(4, true));
  }

  @Test
  void keepsItsOwnerWhenTheCursorJumps() {
    Cursors.attach(state, "request", 7);
    assertNull(Cursors.visitedOrNull(state));

    Cursors.visited(state);

    assertSame("request", Cursors.owner(state));
    assertTrue(Cursors.isAttached(state, "request", 7));
    assertFalse(Cursors.isAttached(state, "request", 8));
  }

  @Test
  void startsAnewForAnotherExecution() {
    Cursors.attach(state, "request", 7);
    Cursors.visited(state).moveTo(9, true);
    Cursors.enter(state);

    Cursors.attach(state, "another", 8);

    assertNull(Cursors.visitedOrNull(state));
    assertEquals(0, state.rowcall$rows());
    Cursors.leave(state);
    assertEquals(0, state.rowcall$rows(), "what is attached meanwhile has not been entered");
  }
}
