package io.rowcall.core.weave.cache;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.context.ThreadState;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for lookups. A lookup inside another one is not counted. */
final class LookupAdvice {
  private LookupAdvice() {}

  /** For the lookup of one key; null is a miss. */
  static final class OneKey {
    private OneKey() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.beforeLookup();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object cache,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.afterLookup(state, cache, value != null, thrown != null);
    }
  }

  /** For the lookup of a set of keys, the first argument, which returns a map. */
  static final class SetOfKeys {
    private SetOfKeys() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.beforeLookup();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object cache,
        @Advice.Argument(0) @Nullable Object keys,
        @Advice.Return @Nullable Object values,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.afterLookup(state, cache, keys, values, thrown != null);
    }
  }

  /** For a client's read of one key. All clients of a class read from one cache: the server. */
  static final class ByClient {
    private ByClient() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.beforeLookup();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object client,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.afterLookup(state, client.getClass(), value != null, thrown != null);
    }
  }

  /** For a client's read of several keys, which returns a list with a null for each miss. */
  static final class ListByClient {
    private ListByClient() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.beforeLookup();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object client,
        @Advice.Return @Nullable Object values,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.afterLookup(state, client.getClass(), null, values, thrown != null);
    }
  }

  /** For a client's asynchronous read of one key, which returns a {@code CompletionStage}. */
  static final class Async {
    private Async() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object client, @Advice.Return @Nullable Object stage) {
      CacheHooks.onAsyncLookup(client.getClass(), stage);
    }
  }

  /** For a method that is no lookup of the application, although it looks up inside. */
  static final class Ignored {
    private Ignored() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.beforeLookup();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable ThreadState state) {
      CacheHooks.cancelLookup(state);
    }
  }
}
