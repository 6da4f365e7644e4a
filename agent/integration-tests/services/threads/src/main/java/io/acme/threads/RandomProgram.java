package io.acme.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Random program: queries on random threads, reproducible from its seed. */
final class RandomProgram {
  private static final int DEPTH = 4;

  private final RequestQueries queries;
  private final long seed;

  RandomProgram(RequestQueries queries, long seed) {
    this.queries = queries;
    this.seed = seed;
  }

  void run() {
    run(new Random(seed), DEPTH);
  }

  private void run(Random random, int depth) {
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int steps = 1 + random.nextInt(5); steps > 0; steps--) {
      long next = random.nextLong();
      if (depth > 0 && random.nextInt(3) == 0) {
        Executor pool = pool(random.nextInt(9));
        Runnable part = () -> run(new Random(next), depth - 1);
        running.add(
            random.nextBoolean() ? CompletableFuture.runAsync(part, pool) : plain(part, pool));
      } else {
        query(random);
      }
    }
    // This blocks a worker, so such a task must not run on a pool of fixed size.
    CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0])).join();
  }

  /** Executes a plain task, without the future's own support for executors. */
  private static CompletableFuture<Void> plain(Runnable part, Executor pool) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    pool.execute(
        () -> {
          try {
            part.run();
            done.complete(null);
          } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
          }
        });
    return done;
  }

  private static Executor pool(int index) {
    switch (index) {
      case 0:
        return Pools.CACHED;
      case 1:
        return task -> new Thread(task).start();
      case 2:
        return Runnable::run;
      case 3:
        return Pools.FORK_JOIN;
      case 4:
        return CustomExecutors.PER_TASK;
      case 5:
        return new CustomExecutors.Serial(Pools.CACHED);
      case 6:
        return task -> CustomExecutors.PER_TASK.execute(new FutureTask<>(task, null));
      case 7:
        return task -> Pools.CACHED.submit(Executors.callable(task));
      default:
        return task -> Pools.UNRELATED_THREAD.add(() -> Pools.CACHED.execute(task));
    }
  }

  private void query(Random random) {
    switch (random.nextInt(4)) {
      case 0:
        queries.select();
        break;
      case 1:
        queries.selectLiteral(random.nextInt(10));
        break;
      case 2:
        queries.updateBatch(1 + random.nextInt(20));
        break;
      default:
        queries.fail();
        break;
    }
  }
}
