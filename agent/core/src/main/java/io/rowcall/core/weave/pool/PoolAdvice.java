package io.rowcall.core.weave.pool;

import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.context.ThreadState;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advices for what pools have in common. */
final class PoolAdvice {
  private PoolAdvice() {}

  /** A pool is made. */
  static final class Made {
    private Made() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object pool) {
      PoolHooks.made(pool);
    }
  }

  /** A pool's method that returns what {@link Close} will see closed. */
  static final class Borrow {
    private Borrow() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Advice.This Object pool) {
      return PoolHooks.asks(pool);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot, @Advice.Return @Nullable Object connection) {
      PoolHooks.handsOut(slot, connection);
    }
  }

  /** A connection is given back. */
  static final class Close {
    private Close() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object connection) {
      PoolHooks.closes(connection);
    }
  }

  /** A pool opens connections for itself. */
  static final class Fill {
    private Fill() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.fills();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable ThreadState slot) {
      PoolHooks.filled(slot);
    }
  }
}
