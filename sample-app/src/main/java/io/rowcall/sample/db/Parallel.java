package io.rowcall.sample.db;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs two independent queries at the same time: one on a worker, one on the calling thread.
 *
 * <p>A task must not hold a connection while it waits for another task, or the pool can starve.
 */
public final class Parallel implements AutoCloseable {

  private final @Nullable ExecutorService workers;

  /**
   * @param threads 0 to run the two one after the other
   */
  public Parallel(int threads) {
    if (threads == 0) {
      workers = null;
      return;
    }
    var number = new AtomicInteger();
    workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              var thread = new Thread(task, "query-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * @throws Exception whichever of the two failed; the first one's failure wins
   */
  public <A, B, R> R both(Callable<A> first, Callable<B> second, BiFunction<A, B, R> join)
      throws Exception {
    if (workers == null) {
      return join.apply(first.call(), second.call());
    }
    Future<B> pending = workers.submit(QueryClock.carry(second));
    A a;
    try {
      a = first.call();
    } catch (Exception | Error thrown) {
      pending.cancel(false);
      throw thrown;
    }
    return join.apply(a, result(pending));
  }

  private static <T> T result(Future<T> pending) throws Exception {
    try {
      return pending.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.shutdownNow();
    }
  }
}
