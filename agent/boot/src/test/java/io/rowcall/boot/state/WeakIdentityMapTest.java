package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Threads;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WeakIdentityMapTest {
  /** One bucket, so that every key collides. */
  private static final int ONE_BUCKET = 1;

  @Test
  void comparesKeysByIdentity() {
    WeakIdentityMap<String> map = WeakIdentityMap.unbounded(ONE_BUCKET);
    var first = String.valueOf("key".toCharArray());
    var equal = String.valueOf("key".toCharArray());

    map.put(first, "first");

    assertEquals("first", map.get(first));
    assertNull(map.get(equal));
    assertTrue(map.containsKey(first));
    assertFalse(map.containsKey(equal));
  }

  @Test
  void callsNoMethodOfItsKeys() {
    WeakIdentityMap<String> map = WeakIdentityMap.unbounded(ONE_BUCKET);
    var keys = List.of(new HostileKey(), new HostileKey());
    for (Object key : keys) {
      assertEquals("value", map.putIfAbsent(key, "value"));
    }
    map.remove(keys.get(0), "value");

    assertNull(map.get(keys.get(0)));
    assertEquals("value", map.get(keys.get(1)));
  }

  @Test
  void putReplacesAndPutIfAbsentDoesNot() {
    WeakIdentityMap<String> map = WeakIdentityMap.refusing();
    var key = new Object();

    assertEquals("first", map.putIfAbsent(key, "first"));
    assertEquals("first", map.putIfAbsent(key, "second"));
    map.put(key, "third");

    assertEquals("third", map.get(key));
    assertEquals(1, entries(map).size());
  }

  @Test
  void removesAnEntryOnlyWithItsValue() {
    WeakIdentityMap<Object> map = WeakIdentityMap.unbounded(ONE_BUCKET);
    var keys = keys(3);
    var values = keys(3);
    for (int i = 0; i < 3; i++) {
      map.put(keys.get(i), values.get(i));
    }

    map.remove(keys.get(1), values.get(0));
    assertSame(values.get(1), map.get(keys.get(1)));
    map.remove(keys.get(1), values.get(1));

    assertNull(map.get(keys.get(1)));
    assertSame(values.get(0), map.get(keys.get(0)));
    assertSame(values.get(2), map.get(keys.get(2)));
  }

  @Test
  void evictsTheOldestEntryOfAFullBucket() {
    WeakIdentityMap<Integer> map = WeakIdentityMap.evicting(ONE_BUCKET, 4);
    var keys = keys(10);
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), i);
    }

    for (int i = 0; i < keys.size(); i++) {
      assertEquals(i < 6 ? null : (Integer) i, map.get(keys.get(i)), "key " + i);
    }
    assertFalse(map.isFull());
  }

  @Test
  void refusesNewEntriesWhenABucketIsFull() {
    WeakIdentityMap<Integer> map = WeakIdentityMap.refusing();
    var keys = keys(20_000);
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), i);
    }

    assertTrue(map.isFull());
    assertEquals(0, map.get(keys.get(0)), "the first is kept");
    assertTrue(entries(map).size() > 4_000, "most buckets are full");
    assertTrue(entries(map).size() <= 512 * 16);
    map.put(keys.get(0), -1);
    assertEquals(-1, map.get(keys.get(0)), "known keys can be replaced");
  }

  @Test
  void aRefusingMapHoldsSomeThousands() {
    WeakIdentityMap<Integer> map = WeakIdentityMap.refusing();
    var keys = keys(1_000);
    keys.forEach(key -> map.put(key, 1));

    assertFalse(map.isFull());
    assertEquals(1_000, entries(map).size());
  }

  @Test
  void dropsEntriesWhoseKeysAreCollected() throws InterruptedException {
    WeakIdentityMap<Integer> map = WeakIdentityMap.unbounded(ONE_BUCKET);
    var kept = new Object();
    map.put(kept, 0);
    var collected = addGarbage(map, 50);
    while (collected.get() != null) {
      System.gc();
      Thread.sleep(1);
    }
    var late = new Object();

    map.put(late, 1);

    assertEquals(0, map.get(kept));
    assertEquals(1, map.get(late));
    assertEquals(2, entries(map).size());
  }

  private static WeakReference<Object> addGarbage(WeakIdentityMap<Integer> map, int count) {
    Object last = new Object();
    for (Object key : keys(count)) {
      map.put(key, -1);
      last = key;
    }
    return new WeakReference<>(last);
  }

  @Test
  void threadsAgreeOnOneValuePerKey() throws Exception {
    WeakIdentityMap<Integer> map = WeakIdentityMap.unbounded(4);
    var keys = keys(2_000);
    var agreed = new AtomicReferenceArray<@Nullable Integer>(keys.size());

    Threads.run(
        4,
        thread -> {
          for (int i = 0; i < keys.size(); i++) {
            Integer value = map.putIfAbsent(keys.get(i), thread);
            Integer other = agreed.compareAndExchange(i, null, value);
            assertEquals(other == null ? value : other, value, "key " + i);
          }
        });

    for (int i = 0; i < keys.size(); i++) {
      assertEquals(agreed.get(i), map.get(keys.get(i)));
    }
  }

  @Test
  void threadsDoNotDisturbEachOthersEntries() throws Exception {
    WeakIdentityMap<Integer> map = WeakIdentityMap.unbounded(ONE_BUCKET);
    Threads.run(
        4,
        thread -> {
          var lasting = new Object();
          map.put(lasting, thread);
          for (int i = 0; i < 2_000; i++) {
            var key = new Object();
            Integer value = i;
            map.put(key, value);
            assertSame(value, map.get(key));
            map.remove(key, value);
            assertNull(map.get(key));
            assertEquals(thread, map.get(lasting));
          }
          assertNotNull(map.get(lasting));
        });
  }

  private static List<Object> keys(int count) {
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(new Object());
    }
    return keys;
  }

  private static <V> IdentityHashMap<Object, V> entries(WeakIdentityMap<V> map) {
    IdentityHashMap<Object, V> entries = new IdentityHashMap<>();
    map.forEach(entries::put);
    return entries;
  }

  private static final class HostileKey {
    @Override
    public int hashCode() {
      throw new AssertionError("called");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("called");
    }
  }
}
