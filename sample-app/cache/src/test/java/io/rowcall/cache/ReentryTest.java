package io.rowcall.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loaders that wait for themselves fail instead. */
@Timeout(60)
class ReentryTest {

  private final TieredCache cache = new TieredCache(CacheSettings.DEFAULT);

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void failsWhenALoaderAsksForItsOwnKey() throws Exception {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () -> cache.get(key("a"), () -> cache.get(key("a"), () -> "x")));
    assertEquals("a loader asks for its own key: a -> a", thrown.getMessage());
    assertEquals("x", cache.get(key("a"), () -> "x"), "the next load is not affected");
  }

  @Test
  void failsThroughASecondKeyAndThroughWarm() {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                cache.get(
                    key("a"),
                    () ->
                        cache.get(
                            key("b"),
                            () -> {
                              cache.warm(key("a"), () -> "x");
                              return "y";
                            })));
    assertEquals("a loader asks for its own key: a -> b -> a", thrown.getMessage());
  }

  @Test
  void failsEvenIfItHasInvalidatedItsKey() {
    assertThrows(
        IllegalStateException.class,
        () ->
            cache.get(
                key("a"),
                () -> {
                  cache.invalidate(Invalidation.ofKey("a"));
                  return cache.get(key("a"), () -> "x");
                }));
  }

  @Test
  void loadsOneKeyForAnother() throws Exception {
    assertEquals("xy", cache.get(key("a"), () -> cache.get(key("b"), () -> "x") + "y"));
    assertEquals("x", cache.get(key("b"), () -> "z"));
  }

  @Test
  void failsWhenTheLoadersOfTwoThreadsWaitForEachOther() throws Exception {
    var both = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> results =
          List.of(
              threads.submit(crossing("a", "b", both)), threads.submit(crossing("b", "a", both)));
      var failures = new AtomicInteger();
      for (Future<String> result : results) {
        try {
          result.get();
        } catch (ExecutionException failed) {
          assertTrue(failed.toString().contains("wait for each other"), failed::toString);
          failures.incrementAndGet();
        }
      }
      assertTrue(failures.get() > 0);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<String> crossing(String own, String other, CyclicBarrier both) {
    return () ->
        cache.get(
            key(own),
            () -> {
              both.await();
              return cache.get(key(other), () -> "x");
            });
  }

  private static CacheKey<String> key(String text) {
    return CacheKey.of(text, Duration.ofMinutes(1), Codec.utf8());
  }
}
