package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowcall.boot.state.BindHash;
import io.rowcall.boot.state.BoundValues;
import io.rowcall.boot.state.DetachedState;
import org.junit.jupiter.api.Test;

/** A single parameter has no object of its own, and the same hash as one that has. */
final class ParameterHooksTest {
  private final DetachedState statement = new DetachedState();

  @Test
  void theFirstParameterNeedsNoObject() {
    ParameterHooks.bind(statement, 1, 7L);

    assertNull(statement.rowcall$bound());
    assertEquals(hash(7L), ParameterHooks.bindHash(statement));
  }

  @Test
  void aSecondParameterKeepsTheFirst() {
    ParameterHooks.bind(statement, 1, 7L);
    ParameterHooks.bind(statement, 2, 8L);
    assertEquals(hash(7L, 8L), ParameterHooks.bindHash(statement));

    ParameterHooks.bind(statement, 1, 9L);
    assertEquals(hash(9L, 8L), ParameterHooks.bindHash(statement));
  }

  @Test
  void parametersInAnyOrderHaveTheSameHash() {
    ParameterHooks.bind(statement, 2, 8L);
    ParameterHooks.bind(statement, 1, 7L);

    assertEquals(hash(7L, 8L), ParameterHooks.bindHash(statement));
  }

  @Test
  void aNameDoesNotReplaceThePosition() {
    ParameterHooks.bind(statement, 1, 7L);
    ParameterHooks.bindNamed(statement, "id", 8L);

    assertNotEquals(hash(7L), ParameterHooks.bindHash(statement));
  }

  @Test
  void clearsOneParameterAndSeveral() {
    ParameterHooks.bind(statement, 1, 7L);
    ParameterHooks.clearParameters((Object) statement);
    assertEquals(0, ParameterHooks.bindHash(statement));

    ParameterHooks.bind(statement, 2, 8L);
    ParameterHooks.clearParameters((Object) statement);
    assertEquals(0, ParameterHooks.bindHash(statement));
  }

  @Test
  void aBatchOfOneParameterHasTheHashesOfItsCommands() {
    ParameterHooks.bind(statement, 1, 7L);
    ParameterHooks.addBatch(statement);
    assertEquals(hash(7L), ParameterHooks.batchHash(statement));
    ParameterHooks.bind(statement, 1, 8L);
    ParameterHooks.addBatch(statement);

    assertEquals(2, ParameterHooks.batchSize(statement));
    assertEquals(BindHash.mix(hash(7L), hash(8L)), ParameterHooks.batchHash(statement));
    ParameterHooks.clearBatch(statement);
    assertEquals(0, ParameterHooks.batchSize(statement));
    assertEquals(hash(8L), ParameterHooks.bindHash(statement), "parameters survive a batch");
  }

  private static long hash(long... values) {
    var bound = new BoundValues();
    for (int i = 0; i < values.length; i++) {
      bound.set(i + 1, BindHash.of(values[i]));
    }
    return bound.hash();
  }
}
