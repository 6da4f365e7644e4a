package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Spring's caches. One over Caffeine only gives its name to it; one over JCache has nothing to add;
 * those over a map and over Redis are looked up here.
 */
public final class SpringCacheInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/springframework/cache/caffeine/CaffeineCache",
        "org/springframework/cache/concurrent/ConcurrentMapCache",
        "org/springframework/data/redis/cache/RedisCache");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("CaffeineCache")) {
      type.adviseConstructors(Wrapper.class);
      return;
    }
    type.adviseConstructors(type.isNamed("ConcurrentMapCache") ? NamedMap.class : Named.class);
    type.advise(LookupAdvice.OfOne.class, named("lookup").and(takesArguments(1)));
    type.advise(
        Load.class, named("get").and(takesArguments(2)).and(takesArgument(1, Callable.class)));
  }

  static final class Wrapper {
    private Wrapper() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.FieldValue("name") @Nullable String name,
        @Advice.FieldValue("cache") @Nullable Object cache) {
      CacheHooks.named(cache, name);
    }
  }

  static final class Named {
    private Named() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object cache, @Advice.FieldValue("name") @Nullable String name) {
      CacheHooks.named(cache, name);
    }
  }

  static final class NamedMap {
    private NamedMap() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object cache,
        @Advice.FieldValue("name") @Nullable String name,
        @Advice.FieldValue("store") @Nullable Object map) {
      CacheHooks.named(cache, name);
      CacheHooks.holds(cache, map);
    }
  }

  /** Looks up, and loads what is not there. */
  static final class Load {
    private Load() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(
        @Advice.Argument(value = 1, readOnly = false) @Nullable Callable<?> loader) {
      ThreadState slot = CacheHooks.lookupStarts();
      if (slot != null) {
        loader = CacheHooks.told(loader);
      }
      return slot;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object cache,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.lookupEnds(slot, cache, true, thrown != null);
    }
  }
}
