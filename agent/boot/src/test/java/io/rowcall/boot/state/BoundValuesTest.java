package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The last value of each parameter counts, in whatever order and however often they were set. */
final class BoundValuesTest {
  private static final int PARAMETERS = 9;

  @Test
  void keepsTheLastValueOfEachParameterInAnyOrder() {
    var random = new Random(11);
    for (int run = 0; run < 2_000; run++) {
      var once = new BoundValues();
      var often = new BoundValues();
      long[] last = new long[PARAMETERS];
      for (int i = 0; i < 30; i++) {
        int index = random.nextInt(PARAMETERS);
        last[index] = BindHash.of((long) random.nextInt(4));
        often.set(index + 1, last[index]);
      }
      for (int index = 0; index < PARAMETERS; index++) {
        if (last[index] != 0) {
          once.set(index + 1, last[index]);
        }
      }
      assertEquals(once.hash(), often.hash(), () -> Arrays.toString(last));
    }
  }

  @Test
  void distinguishesPositions() {
    var first = new BoundValues();
    first.set(1, BindHash.of(7L));
    first.set(2, BindHash.of(8L));
    var other = new BoundValues();
    other.set(1, BindHash.of(8L));
    other.set(2, BindHash.of(7L));
    assertNotEquals(first.hash(), other.hash());
  }

  @Test
  void clearRemovesAllValues() {
    var bound = new BoundValues();
    bound.set(1, BindHash.of(7L));
    bound.set("name", BindHash.of(7L));
    bound.clear();
    assertEquals(0, bound.hash());
    assertEquals(0, bound.count());
  }

  @Test
  void distinguishesNamesFromPositions() {
    var bound = new BoundValues();
    bound.set("first", BindHash.of(1L));
    bound.set("second", BindHash.of(2L));
    bound.set("first", BindHash.of(3L));
    bound.set(1, BindHash.of(4L));
    assertEquals(3, bound.count());
    assertEquals(BindHash.of(4L), bound.get(0));
    assertEquals(BindHash.of(3L), bound.get(1));
    assertEquals(BindHash.of(2L), bound.get(2));
  }

  @Test
  void ignoresInvalidPositions() {
    var bound = new BoundValues();
    bound.set(0, BindHash.of(7L));
    bound.set(-1, BindHash.of(7L));
    bound.set(Integer.MAX_VALUE, BindHash.of(7L));
    assertEquals(0, bound.count());
  }
}
