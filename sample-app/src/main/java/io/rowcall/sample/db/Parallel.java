package io.rowcall.sample.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs independent queries at the same time: of two, one on a worker and one on the calling thread;
 * of several, all on workers.
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

  /**
   * One result for each input, in their order, computed at the same time. The caller must hold no
   * connection.
   *
   * @throws Exception the first failure in the order of the inputs
   */
  public <A, R> List<R> each(List<A> inputs, ThrowingFunction<A, R> function) throws Exception {
    List<R> results = new ArrayList<>(inputs.size());
    if (workers == null) {
      for (A input : inputs) {
        results.add(function.apply(input));
      }
      return results;
    }
    List<Future<R>> pending = new ArrayList<>(inputs.size());
    for (A input : inputs) {
      pending.add(workers.submit(QueryClock.carry(() -> function.apply(input))));
    }
    for (Future<R> each : pending) {
      results.add(result(each));
    }
    return results;
  }

  /** A function that may fail in any way. */
  @FunctionalInterface
  public interface ThrowingFunction<A, R> {
    R apply(A input) throws Exception;
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
