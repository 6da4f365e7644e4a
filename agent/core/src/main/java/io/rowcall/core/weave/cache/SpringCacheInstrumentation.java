package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts the lookups of Spring's caches over a map and over Redis. A cache over Caffeine only
 * contributes its name, and one over JCache adds nothing.
 */
public final class SpringCacheInstrumentation implements Instrumentation {

  private static final String CAFFEINE = "org/springframework/cache/caffeine/CaffeineCache";
  private static final String MAP = "org/springframework/cache/concurrent/ConcurrentMapCache";
  private static final String REDIS = "org/springframework/data/redis/cache/RedisCache";

  @Override
  public Library library() {
    return Library.cache("spring", "org.springframework.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CAFFEINE, MAP, REDIS);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CAFFEINE).adviseConstructors(CreateWrapper.class);
    type.in(MAP).adviseConstructors(CreateOverMap.class);
    type.in(REDIS).adviseConstructors(Create.class);
    type.in(MAP, REDIS)
        .advise(named("lookup").and(takesArguments(1)), LookupAdvice.OneKey.class)
        .advise(
            named("get").and(takesArguments(2)).and(takesArgument(1, Callable.class)), Load.class);
  }

  static final class CreateWrapper {
    private CreateWrapper() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.FieldValue("name") @Nullable String name,
        @Advice.FieldValue("cache") @Nullable Object cache) {
      CacheHooks.onNamed(cache, name);
    }
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object cache, @Advice.FieldValue("name") @Nullable String name) {
      CacheHooks.onNamed(cache, name);
    }
  }

  static final class CreateOverMap {
    private CreateOverMap() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object cache,
        @Advice.FieldValue("name") @Nullable String name,
        @Advice.FieldValue("store") @Nullable Object map) {
      CacheHooks.onNamed(cache, name);
      CacheHooks.onStore(cache, map);
    }
  }

  /** A lookup that loads a missing value. */
  static final class Load {
    private Load() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(
        @Advice.Argument(value = 1, readOnly = false) @Nullable Callable<?> loader) {
      ThreadState state = CacheHooks.beforeLookup();
      if (state != null) {
        loader = CacheHooks.wrapLoader(loader);
      }
      return state;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object cache,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.afterLookup(state, cache, true, thrown != null);
    }
  }
}
