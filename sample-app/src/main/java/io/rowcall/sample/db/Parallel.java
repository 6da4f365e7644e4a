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
   * Creates the workers.
   *
   * @param threads 0 to run everything sequentially
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
   * Runs both and joins their results.
   *
   * @throws Exception if one of the two fails; the first one's exception wins
   */
  public <A, B, R> R both(Callable<A> first, Callable<B> second, BiFunction<A, B, R> joiner)
      throws Exception {
    if (workers == null) {
      return joiner.apply(first.call(), second.call());
    }
    Future<B> pending = workers.submit(QueryClock.wrap(second));
    A firstResult;
    try {
      firstResult = first.call();
    } catch (Exception | Error thrown) {
      pending.cancel(false);
      throw thrown;
    }
    return joiner.apply(firstResult, result(pending));
  }

  /**
   * Returns one result per input, in their order, computed at the same time. The caller must not
   * hold a connection.
   *
   * @throws Exception the first one in the order of the inputs
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
      pending.add(workers.submit(QueryClock.wrap(() -> function.apply(input))));
    }
    for (Future<R> each : pending) {
      results.add(result(each));
    }
    return results;
  }

  /** Function that may throw any exception. */
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
