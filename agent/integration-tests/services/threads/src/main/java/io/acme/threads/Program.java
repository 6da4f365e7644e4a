package io.acme.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * A program that chance has written, the same for the same seed: what it asks, and on which
 * threads.
 */
final class Program {
  private static final int DEPTH = 4;

  private final Asking asking;
  private final long seed;

  Program(Asking asking, long seed) {
    this.asking = asking;
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
        ask(random);
      }
    }
    // Whoever waits here blocks a worker, so no pool of a fixed size may be given such a task.
    CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0])).join();
  }

  /** Hands over a bare task, which knows nothing of futures. */
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

  private static Executor pool(int which) {
    switch (which) {
      case 0:
        return Pools.CACHED;
      case 1:
        return task -> new Thread(task).start();
      case 2:
        return Runnable::run;
      case 3:
        return Pools.FORK_JOIN;
      case 4:
        return HomeMade.PER_TASK;
      case 5:
        return new HomeMade.Serial(Pools.CACHED);
      case 6:
        return task -> HomeMade.PER_TASK.execute(new FutureTask<>(task, null));
      case 7:
        return task -> Pools.CACHED.submit(Executors.callable(task));
      default:
        return task -> Pools.ELSEWHERE.add(() -> Pools.CACHED.execute(task));
    }
  }

  private void ask(Random random) {
    switch (random.nextInt(4)) {
      case 0:
        asking.ask();
        break;
      case 1:
        asking.askByText(random.nextInt(10));
        break;
      case 2:
        asking.change(1 + random.nextInt(20));
        break;
      default:
        asking.fail();
        break;
    }
  }
}
