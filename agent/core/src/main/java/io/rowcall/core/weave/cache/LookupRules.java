package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.weave.Weaver;

/** Rules that most caches share. */
final class LookupRules {
  private LookupRules() {}

  /** For a cache with {@code get(key)}, which returns null for a miss, and {@code getAll(keys)}. */
  static void cache(Weaver type) {
    type.advise(isPublic().and(named("get")).and(takesArguments(1)), LookupAdvice.OneKey.class)
        .advise(
            isPublic().and(named("getAll")).and(takesArguments(1)), LookupAdvice.SetOfKeys.class);
  }
}
