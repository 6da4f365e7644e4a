package io.rowcall.core.weave.cache;

import io.rowcall.boot.CacheHooks;
import net.bytebuddy.asm.Advice;

/** Advice for constructors of caches that are named after the place that creates them. */
final class CacheCreatedAdvice {
  private CacheCreatedAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object cache) {
    CacheHooks.onCreate(cache);
  }
}
