package io.rowcall.core.weave.cache;

import io.rowcall.boot.CacheHooks;
import net.bytebuddy.asm.Advice;

/** The advice for constructors of caches. */
final class CacheCreatedAdvice {
  private CacheCreatedAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object cache) {
    CacheHooks.onCreate(cache);
  }
}
