package io.rowcall.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an invalidation drops, and how many entries it looks at for that. */
class InvalidationTest {

  private static final int ENTRIES = 150_000;
  private static final int PER_USER = 10;

  @Test
  void matchesAPatternWithItsAsterisks() {
    assertTrue(matches("a:*:c", "a:b:c"));
    assertTrue(matches("*", ""));
    assertTrue(matches("a:*", "a:b\nc"));
    assertFalse(matches("a:*:c", "a:b:d"));
    assertFalse(matches("a.c", "abc"));
  }

  @Test
  void takesQuotedTextLiterally() {
    String anybody = "contacts:" + Invalidation.quote("*") + ":*";
    assertTrue(matches(anybody, "contacts:*:1"));
    assertFalse(matches(anybody, "contacts:42:1"));
    assertTrue(matches(Invalidation.quote("a\\*b"), "a\\*b"));
    assertFalse(matches(Invalidation.quote("a\\*b"), "a\\xb"));
  }

  @Test
  void letsNoSegmentPassForTwo() {
    assertEquals("a:b%3Ac:d%25", KeyText.of("a", "b:c", "d%"));
    assertFalse(Invalidation.ofPrefix("a", "b").matches(key(KeyText.of("a", "b:c", 1))));
    assertTrue(Invalidation.ofPrefix("a", "b:c").matches(key(KeyText.of("a", "b:c", 1))));
    assertFalse(Invalidation.ofPrefix("a", "b").matches(key("a:b")));
    assertFalse(Invalidation.ofPrefix("a", "*").matches(key("a:b:1")));
  }

  @Test
  void looksOnlyAtWhatItMayDrop() throws Exception {
    try (var cache = new TieredCache(CacheSettings.DEFAULT.withMaxBytes(1L << 30))) {
      for (int i = 0; i < ENTRIES; i++) {
        int user = i / PER_USER;
        CacheKey<String> key = key("a:" + user + ":" + i).withTag("of:" + user);
        assertTrue(cache.lease(key).put(key, "x"));
      }
      assertEquals(1, visits(cache, Invalidation.ofKey("a:7:70")));
      assertEquals(0, visits(cache, Invalidation.ofPrefix("b")));
      assertEquals(PER_USER - 1, visits(cache, Invalidation.ofTag("of:7")));
      assertEquals(PER_USER, visits(cache, Invalidation.ofPrefix("a", 8)));
      assertEquals(PER_USER, visits(cache, Invalidation.ofPattern("a:9:*")));
      assertEquals(ENTRIES - 3 * PER_USER, cache.stats().valid());
      assertEquals(ENTRIES - 3 * PER_USER, visits(cache, Invalidation.ofEverything()));
      assertEquals(0, cache.first().indexed(), "keys and tags in the index");
    }
  }

  @Test
  void forgetsEvictedAndExpiredEntries() throws Exception {
    var ticker = new FakeTicker();
    var settings = CacheSettings.DEFAULT.withMaxBytes(20_000).withTicker(ticker);
    try (var cache = new TieredCache(settings)) {
      for (int i = 0; i < 1_000; i++) {
        cache.get(key("a:" + i).withTag("of:" + i), () -> "x");
      }
      cache.cleanUp();
      assertTrue(cache.stats().valid() > 0);
      assertEquals(2 * cache.stats().size(), cache.first().indexed());
      ticker.advance(Duration.ofMinutes(2));
      cache.cleanUp();
      assertEquals(0, cache.first().indexed());
    }
  }

  private static long visits(TieredCache cache, Invalidation invalidation) {
    long before = cache.first().visited();
    cache.invalidate(invalidation);
    return cache.first().visited() - before;
  }

  private static boolean matches(String pattern, String text) {
    return Invalidation.ofPattern(pattern).matches(key(text));
  }

  private static CacheKey<String> key(String text) {
    return CacheKey.of(text, Duration.ofMinutes(1), Codec.utf8());
  }
}
