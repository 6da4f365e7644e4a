package io.acme.executors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Executor service without the JDK's tasks: it queues whole lists of tasks, and one task of the
 * underlying executor drains the queue for all callers. Single tasks must be {@link Named}.
 */
final class BatchingExecutorService extends AbstractExecutorService {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Executor executor;

  BatchingExecutorService(Executor executor) {
    this.executor = executor;
  }

  /** Task with a name. */
  static final class Named implements Callable<Object>, Comparable<Named> {
    private final String name;
    private final Callable<Object> work;

    Named(String name, Callable<Object> work) {
      this.name = name;
      this.work = work;
    }

    @Override
    public Object call() throws Exception {
      return work.call();
    }

    @Override
    public int compareTo(Named other) {
      return name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Named && name.equals(((Named) other).name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  @Override
  public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> all) {
    List<Future<T>> results = new ArrayList<>();
    for (Callable<T> task : all) {
      results.add(enqueue(task));
    }
    for (Future<T> result : results) {
      ((CompletableFuture<T>) result).join();
    }
    return results;
  }

  @Override
  public <T> Future<T> submit(Callable<T> task) {
    if (!(task instanceof Named)) {
      throw new RejectedExecutionException("expected a Named task, found " + task);
    }
    return enqueue(task);
  }

  private <T> CompletableFuture<T> enqueue(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception failed) {
            result.completeExceptionally(failed);
          }
        });
    return result;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    do {
      tasks.remove().run();
    } while (waiting.decrementAndGet() > 0);
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
