package io.rowcall.core.weave.cache;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.context.ThreadState;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advices that frame lookups. */
final class LookupAdvice {
  private LookupAdvice() {}

  /** The lookup of one key; null is a miss. */
  static final class OfOne {
    private OfOne() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.lookupStarts();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object cache,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.lookupEnds(slot, cache, value != null, thrown != null);
    }
  }

  /** The lookup of the keys of the first argument, which is a set; the answer is a map. */
  static final class OfSet {
    private OfSet() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.lookupStarts();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object cache,
        @Advice.Argument(0) @Nullable Object keys,
        @Advice.Return @Nullable Object values,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.lookupEnds(slot, cache, keys, values, thrown != null);
    }
  }

  /** A client's read of one key. All clients of a class read from one cache: what is behind. */
  static final class ByClient {
    private ByClient() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.lookupStarts();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object client,
        @Advice.Return @Nullable Object value,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.lookupEnds(slot, client.getClass(), value != null, thrown != null);
    }
  }

  /** A client's read of several keys, with a null for each that is not there. */
  static final class OfListByClient {
    private OfListByClient() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.lookupStarts();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object client,
        @Advice.Return @Nullable Object values,
        @Advice.Thrown @Nullable Throwable thrown) {
      CacheHooks.lookupEnds(slot, client.getClass(), null, values, thrown != null);
    }
  }

  /** A client's read of one key, which returns before it is answered. */
  static final class Later {
    private Later() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object client, @Advice.Return @Nullable Object stage) {
      CacheHooks.answersLater(client.getClass(), stage);
    }
  }

  /** No lookup of the application's, although caches further inside are asked. */
  static final class None {
    private None() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CacheHooks.lookupStarts();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable ThreadState slot) {
      CacheHooks.lookupWasNone(slot);
    }
  }
}
