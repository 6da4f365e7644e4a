package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.TestEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CacheHooksTest {
  private final CacheStats stats = new CacheStats("users", "test", 5);
  private final Object cache = new Object();
  private final ThreadState state = ThreadState.current();
  private final Request request = RequestQueue.acquire();

  @BeforeEach
  void serve() {
    Engine.install(new TestEngine());
    CacheHooks.CACHES.put(cache, stats);
    request.begin("GET", "/a");
    state.enter(request);
  }

  @AfterEach
  void leave() {
    state.request = null;
    state.inLookup = false;
    state.countingCache = null;
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void countsNestedLookupsOnce() {
    ThreadState outer = CacheHooks.beforeLookup();
    assertNull(CacheHooks.beforeLookup());
    CacheHooks.afterLookup(null, new Object(), true, false);
    CacheHooks.afterLookup(outer, cache, true, false);

    assertLookups(1, 0);
  }

  @Test
  void countsALoadAsAMiss() throws Exception {
    Callable<String> loader = CacheHooks.wrapLoader(() -> "loaded");
    assertNotNull(loader);
    ThreadState lookup = CacheHooks.beforeLookup();
    assertEquals("loaded", loader.call());
    CacheHooks.afterLookup(lookup, cache, true, false);

    assertLookups(0, 1);
    assertEquals(1, stats.loads());
    loader.call();
    assertEquals(1, stats.loads(), "a load outside of lookups");
  }

  @Test
  void ignoresFailedAndCancelledLookups() {
    CacheHooks.afterLookup(CacheHooks.beforeLookup(), cache, false, true);
    CacheHooks.cancelLookup(CacheHooks.beforeLookup());

    assertEquals(0, request.cacheLookups.ordinals());
    CacheHooks.afterLookup(CacheHooks.beforeLookup(), cache, false, false);
    assertLookups(0, 1);
  }

  @Test
  void countsEachKeyOfABulkLookup() {
    List<String> values = new ArrayList<>(Arrays.asList("a", null, "c"));
    CacheHooks.afterLookup(CacheHooks.beforeLookup(), cache, null, values, false);
    Map<String, String> found = new java.util.HashMap<>(Map.of("a", "1"));
    List<String> keys = new ArrayList<>(List.of("a", "b", "c"));
    CacheHooks.afterLookup(CacheHooks.beforeLookup(), cache, keys, found, false);

    assertLookups(3, 3);
  }

  @Test
  void countsTheStatisticsOfALibraryForItsCache() {
    CacheHooks.beforeCount(cache);
    CacheHooks.onHits(3);
    CacheHooks.onMisses(2);
    CacheHooks.onLoad(1_000);
    CacheHooks.onEviction();

    assertLookups(3, 2);
    assertEquals(1, stats.loads());
    assertEquals(1_000, stats.loadNanos());
    assertEquals(1, stats.evictions());
  }

  @Test
  void countsLookupsOutsideOfRequestsForTheCache() {
    state.request = null;
    CacheHooks.afterLookup(CacheHooks.beforeLookup(), cache, true, false);
    CacheHooks.afterLookup(CacheHooks.beforeLookup(), cache, false, false);

    assertEquals(1, stats.hits());
    assertEquals(1, stats.misses());
  }

  @Test
  void countsAnAsynchronousLookupWhenItCompletes() throws InterruptedException {
    var answer = new CompletableFuture<Object>();
    CacheHooks.onAsyncLookup(cache, answer);
    CacheHooks.onAsyncLookup(cache, CompletableFuture.failedFuture(new RuntimeException("down")));
    assertEquals(0, request.cacheLookups.hits());
    var thread = new Thread(() -> answer.complete("value"));
    thread.start();
    thread.join();
    state.leave(request);
    assertTrue(request.isJoined());
    Branches.close(request);

    assertLookups(1, 0);
  }

  @Test
  void aCacheInsideOfANamedOneSharesItsStats() {
    var map = new Object();
    CacheHooks.onStore(cache, map);

    assertEquals(stats, CacheHooks.CACHES.get(map));
    CacheHooks.shareStats(null, map);
    assertEquals(stats, CacheHooks.CACHES.get(map));
  }

  private void assertLookups(int hits, int misses) {
    assertEquals(hits, request.cacheLookups.hits());
    assertEquals(misses, request.cacheLookups.misses());
    assertEquals(hits, request.cacheLookups.hits(stats.ordinal));
    assertEquals(misses, request.cacheLookups.misses(stats.ordinal));
  }
}
