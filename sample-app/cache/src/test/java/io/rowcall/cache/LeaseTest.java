package io.rowcall.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No value is kept that was read before an invalidation, however it is stored. */
class LeaseTest {

  private static final CacheKey<String> KEY =
      CacheKey.of("a:42:1", Duration.ofMinutes(1), Codec.utf8()).withTag("of:42");
  private static final CacheKey<String> OTHER =
      CacheKey.of("b:43:1", Duration.ofMinutes(1), Codec.utf8());
  private static final List<Invalidation> ALL =
      List.of(
          Invalidation.ofKey("a:42:1"),
          Invalidation.ofPrefix("a"),
          Invalidation.ofPrefix("a", 42),
          Invalidation.ofPattern("a:42:*"),
          Invalidation.ofPattern("a:4*"),
          Invalidation.ofPattern("*1"),
          Invalidation.ofTag("of:42"),
          Invalidation.ofEverything());

  private final TieredCache cache = new TieredCache(CacheSettings.DEFAULT);

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void storesAValueThatNothingHasInvalidated() throws Exception {
    assertTrue(cache.lease(KEY).put(KEY, "x"));
    assertTrue(cache.lease().put(OTHER, "y"));
    assertEquals("x", cache.get(KEY, () -> "loaded"));
    assertEquals("y", cache.get(OTHER, () -> "loaded"));
  }

  @Test
  void endsWithEveryKindOfInvalidation() {
    for (Invalidation invalidation : ALL) {
      Lease lease = cache.lease(KEY);
      Lease ofAnyKey = cache.lease();
      cache.invalidate(invalidation);
      assertFalse(lease.put(KEY, "old"), invalidation::toString);
      assertFalse(ofAnyKey.put(KEY, "old"), invalidation::toString);
      assertEquals(0, cache.stats().valid());
    }
  }

  @Test
  void keepsWhatASecondLeaseHasStoredMeanwhile() throws Exception {
    Lease old = cache.lease(KEY);
    cache.invalidate(Invalidation.ofKey(KEY.text()));
    assertTrue(cache.lease(KEY).put(KEY, "new"));
    assertFalse(old.put(KEY, "old"));
    assertEquals("new", cache.get(KEY, () -> "loaded"));
  }

  @Test
  void doesNotWarmWithWhatWasLoadedBeforeAnInvalidation() throws Exception {
    for (Invalidation invalidation : ALL) {
      cache.warm(
          KEY,
          () -> {
            cache.invalidate(invalidation);
            return "old";
          });
      assertEquals("new", cache.get(KEY, () -> "new"), invalidation::toString);
      cache.invalidate(Invalidation.ofEverything());
    }
  }

  @Test
  void outlivesTheInvalidationOfOtherKeys() {
    Lease lease = cache.lease(KEY);
    cache.invalidate(Invalidation.ofKey("a:43:1"));
    cache.invalidate(Invalidation.ofPrefix("b"));
    cache.invalidate(Invalidation.ofTag("of:43"));
    assertTrue(lease.put(KEY, "x"));
  }

  @Test
  void isForOneKeyUnlessItIsForAny() {
    assertThrows(IllegalArgumentException.class, () -> cache.lease(KEY).put(OTHER, "x"));
  }
}
