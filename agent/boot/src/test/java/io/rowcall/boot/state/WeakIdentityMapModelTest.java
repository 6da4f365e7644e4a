package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.rowcall.boot.request.Model;
import org.junit.jupiter.api.Test;

/** No change of a bucket loses another one, in a map of one bucket. */
final class WeakIdentityMapModelTest {
  private static final Object FIRST = new Object();
  private static final Object SECOND = new Object();
  private static final Object THIRD = new Object();

  @Test
  void threadsAgreeOnTheValueOfAKey() {
    Model.explore(
        () -> {
          WeakIdentityMap<String> map = WeakIdentityMap.unbounded(1);
          String[] seen = new String[2];
          Model.concurrently(
              () -> seen[0] = map.putIfAbsent(FIRST, "a"),
              () -> seen[1] = map.putIfAbsent(FIRST, "b"));
          assertEquals(seen[0], seen[1]);
          assertEquals(seen[0], map.get(FIRST));
        });
  }

  @Test
  void additionsAndRemovalsOfOtherKeysAreKept() {
    Model.explore(
        () -> {
          WeakIdentityMap<String> map = WeakIdentityMap.unbounded(1);
          map.put(FIRST, "first");
          Model.concurrently(
              () -> map.remove(FIRST, "first"),
              () -> map.putIfAbsent(SECOND, "second"),
              () -> map.put(THIRD, "third"));
          assertNull(map.get(FIRST));
          assertEquals("second", map.get(SECOND));
          assertEquals("third", map.get(THIRD));
        });
  }

  @Test
  void aReaderSeesAnEntryWhileOthersChange() {
    Model.explore(
        () -> {
          WeakIdentityMap<String> map = WeakIdentityMap.unbounded(1);
          map.put(FIRST, "first");
          map.put(SECOND, "second");
          Model.concurrently(
              () -> assertSame("first", map.get(FIRST)),
              () -> map.remove(SECOND, "second"),
              () -> map.put(THIRD, "third"));
          assertNotNull(map.get(FIRST));
        });
  }
}
