package io.rowcall.core.weave.pool;

import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.context.ThreadState;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice that pools share. */
final class PoolAdvice {
  private PoolAdvice() {}

  /** For constructors of pools that are named after the place that creates them. */
  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object pool) {
      PoolHooks.onCreate(pool);
    }
  }

  /** For the method of a data source that creates its pool: the pool gets the same name. */
  static final class CreateInner {
    private CreateInner() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object dataSource, @Advice.Return @Nullable Object pool) {
      PoolHooks.shareStats(dataSource, pool);
    }
  }

  /** For constructors of pools whose first argument is their data source, and has the name. */
  static final class CreateFor {
    private CreateFor() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object pool, @Advice.Argument(0) @Nullable Object dataSource) {
      if (dataSource != null) {
        PoolHooks.shareStats(dataSource, pool);
      }
    }
  }

  /** For methods of pools that lend a connection whose return is visible. */
  static final class Borrow {
    private Borrow() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Advice.This Object pool) {
      return PoolHooks.beforeBorrow(pool);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state, @Advice.Return @Nullable Object connection) {
      PoolHooks.afterBorrow(state, connection);
    }
  }

  /** For {@code close()} of a borrowed connection. */
  static final class Close {
    private Close() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object connection) {
      PoolHooks.onClose(connection);
    }
  }

  /** For methods of pools that take a borrowed connection back, as their first argument. */
  static final class Return {
    private Return() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Object connection) {
      PoolHooks.onClose(connection);
    }
  }

  /** For methods of pools that open connections for the pool itself. */
  static final class Fill {
    private Fill() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.beforeFill();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable ThreadState state) {
      PoolHooks.afterFill(state);
    }
  }
}
