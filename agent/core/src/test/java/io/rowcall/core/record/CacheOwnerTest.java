package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.core.weave.catalog.Instrumentations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owner of a cache, by the classes on the stack that creates it, nearest first. */
final class CacheOwnerTest {
  private static final String MAP = "org.springframework.cache.concurrent.ConcurrentMapCache";
  private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.BoundedLocalCache";

  @ParameterizedTest
  @CsvSource({
    "true, org.springframework.web.servlet.config.annotation.ResourceChainRegistration",
    "false, org.springframework.cache.concurrent.ConcurrentMapCacheManager",
    "false, com.acme.CacheConfig",
  })
  void recognizesCachesOfSpring(boolean library, String maker) {
    assertEquals(library, isLibrary(MAP, MAP, maker, "org.springframework.boot.Start"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, org.springframework.web.Something",
    "false, org.springframework.cache.caffeine.CaffeineCacheManager",
    "false, io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl",
    "false, com.acme.Owners",
  })
  void recognizesCachesOfCaffeine(boolean library, String maker) {
    String builder = "com.github.benmanes.caffeine.cache.Caffeine";
    assertEquals(
        library, isLibrary(CAFFEINE, CAFFEINE, builder, maker, "org.springframework.boot.Start"));
  }

  private static boolean isLibrary(String cache, String... frames) {
    var stack = new StackTraceElement[frames.length + 1];
    stack[0] = new StackTraceElement("io.rowcall.core.record.CacheNames", "of", null, 1);
    for (int i = 0; i < frames.length; i++) {
      stack[i + 1] = new StackTraceElement(frames[i], "<init>", null, 1);
    }
    return new CacheOwner(new CallSites(Instrumentations.libraries()))
        .isLibrary(CacheOwner.creator(stack, cache));
  }
}
