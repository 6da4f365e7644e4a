package io.acme.threads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** The ways in which requests have their work done, by name. Each asks three times, but as told. */
final class Works {
  private static final BlockingQueue<CompletableFuture<String>> PENDING =
      new LinkedBlockingQueue<>();
  private static final CountDownLatch LATE = new CountDownLatch(1);
  private static final CountDownLatch LATE_DONE = new CountDownLatch(2);

  /** A pool of its own, whose only worker a request starts. */
  private static final ExecutorService GROWN = Executors.newSingleThreadExecutor();

  /** Captures nothing, so it is the same object for every request. */
  private static final AtomicReference<Asking> SHARED_ASKS = new AtomicReference<>();

  private static final AtomicInteger SHARED_OPEN = new AtomicInteger();

  private static final Runnable SHARED =
      () -> {
        SHARED_ASKS.get().ask();
        SHARED_OPEN.decrementAndGet();
      };

  private Works() {}

  static Map<String, Work> all() {
    Map<String, Work> all = new TreeMap<>();
    all.put("callables", (asking, n) -> Pools.FIXED.invokeAll(three(asking)));
    all.put("cached", (asking, n) -> get(submit(Pools.CACHED, asking)));
    all.put("executor", (asking, n) -> get(submit(Pools.FIXED, asking)));
    all.put("scheduled", Works::scheduled);
    all.put("fork-join", (asking, n) -> Pools.FORK_JOIN.invoke(new Forks(asking, 3)));
    all.put(
        "parallel-stream",
        (asking, n) -> IntStream.range(0, 3).parallel().forEach(i -> asking.ask()));
    all.put("future-async", Works::futureAsync);
    all.put("future-elsewhere", Works::futureElsewhere);
    all.put("cross-wait", Works::crossWait);
    all.put("cross-complete", (asking, n) -> PENDING.take().complete("done"));
    all.put("thread", Works::thread);
    all.put("thread-subclass", Works::threadSubclass);
    all.put("timer", Works::timer);
    all.put("virtual", (asking, n) -> virtual(asking));
    all.put("virtual-bare", (asking, n) -> bareVirtual(asking));
    all.put("structured", (a, n) -> Platform.inScope(a::ask, a::ask, a::ask));
    all.put("late", Works::late);
    all.put("late-go", Works::lateGo);
    all.put("periodic", Works::periodic);
    all.put("shared", Works::shared);
    all.put("rejected", Works::rejected);
    all.put("cancelled", Works::cancelled);
    all.put("grow", (asking, n) -> get(Collections.singletonList(GROWN.submit(asking::ask))));
    all.put("grown", Works::grown);
    all.put("storm", Storm::run);
    all.put("crowd", Crowd::run);
    all.put("program", (asking, n) -> new Program(asking, n).run());
    return all;
  }

  private static List<Callable<Object>> three(Asking asking) {
    Callable<Object> one = Executors.callable(asking::ask);
    return Arrays.asList(one, Executors.callable(asking::ask), Executors.callable(asking::ask));
  }

  private static List<Future<?>> submit(ExecutorService pool, Asking asking) {
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tasks.add(pool.submit(asking::ask));
    }
    return tasks;
  }

  private static void get(List<? extends Future<?>> tasks) throws Exception {
    for (Future<?> task : tasks) {
      task.get();
    }
  }

  private static void scheduled(Asking asking, int n) throws Exception {
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tasks.add(Pools.SCHEDULED.schedule(asking::ask, i, TimeUnit.MILLISECONDS));
    }
    get(tasks);
  }

  private static void futureAsync(Asking asking, int n) {
    CompletableFuture.supplyAsync(() -> asked(asking), Pools.FIXED)
        .thenApplyAsync(before -> asked(asking))
        .thenRunAsync(asking::ask, Pools.FORK_JOIN)
        .join();
  }

  /** Callbacks of a future that a thread of nobody completes, as an asynchronous client's does. */
  private static void futureElsewhere(Asking asking, int n) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<Void> done =
        answer
            .thenApply(text -> asked(asking))
            .thenCompose(text -> CompletableFuture.completedFuture(asked(asking)))
            .thenAccept(text -> asking.ask());
    Pools.ELSEWHERE.add(() -> answer.complete("answer"));
    done.join();
  }

  /** Asks once, on the thread of the request that completes it. */
  private static void crossWait(Asking asking, int n) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> done = answer.thenApply(text -> asked(asking));
    PENDING.add(answer);
    done.join();
  }

  private static String asked(Asking asking) {
    asking.ask();
    return "asked";
  }

  private static void thread(Asking asking, int n) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(new Thread(asking::ask));
    }
    run(threads);
  }

  private static void threadSubclass(Asking asking, int n) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          new Thread() {
            @Override
            public void run() {
              asking.ask();
            }
          });
    }
    run(threads);
  }

  private static void run(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void timer(Asking asking, int n) throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      Pools.TIMER.schedule(
          new TimerTask() {
            @Override
            public void run() {
              asking.ask();
              done.countDown();
            }
          },
          i);
    }
    done.await();
  }

  private static void virtual(Asking asking) throws Exception {
    ExecutorService perTask = Platform.virtualThreadPerTask();
    get(submit(perTask, asking));
    perTask.shutdown();
    perTask.awaitTermination(1, TimeUnit.MINUTES);
  }

  private static void bareVirtual(Asking asking) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(Platform.startVirtualThread(asking::ask));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Asks twice, on two kinds of threads, once the request has ended. */
  private static void late(Asking asking, int n) {
    Runnable afterwards =
        () -> {
          try {
            LATE.await();
            asking.ask();
            LATE_DONE.countDown();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        };
    Pools.CACHED.execute(afterwards);
    new Thread(afterwards).start();
  }

  /** Asks not at all: lets the work of an earlier request go on, and waits for it. */
  private static void lateGo(Asking asking, int n) throws Exception {
    LATE.countDown();
    LATE_DONE.await();
  }

  /** Asks three times for nobody. */
  private static void periodic(Asking asking, int n) throws Exception {
    CountDownLatch runs = new CountDownLatch(3);
    ScheduledFuture<?> task =
        Pools.SCHEDULED.scheduleAtFixedRate(
            () -> {
              if (runs.getCount() > 0) {
                asking.ask();
                runs.countDown();
              }
            },
            0,
            1,
            TimeUnit.MILLISECONDS);
    runs.await();
    task.cancel(false);
  }

  /** One task object, submitted three times by everybody; waits until all of them have run. */
  private static void shared(Asking asking, int n) throws Exception {
    SHARED_ASKS.compareAndSet(null, asking);
    SHARED_OPEN.addAndGet(3);
    for (int i = 0; i < 3; i++) {
      Pools.FIXED.execute(SHARED);
    }
    while (SHARED_OPEN.get() > 0) {
      Thread.sleep(1);
    }
  }

  /** Asks once on a worker, and twice itself: the pool refuses, then makes the caller run it. */
  private static void rejected(Asking asking, int n) throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    ThreadPoolExecutor small =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    small.execute(
        () -> {
          try {
            busy.await();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        });
    Future<?> queued = small.submit(asking::ask);
    try {
      small.execute(asking::ask);
      throw new IllegalStateException("was not refused");
    } catch (RejectedExecutionException planned) {
      asking.ask();
    }
    small.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    small.execute(asking::ask);
    busy.countDown();
    queued.get();
    small.shutdown();
    small.awaitTermination(1, TimeUnit.MINUTES);
  }

  /** Asks not at all. */
  private static void cancelled(Asking asking, int n) {
    Pools.SCHEDULED.schedule(asking::ask, 1, TimeUnit.HOURS).cancel(false);
    CompletableFuture<String> never = new CompletableFuture<>();
    never.thenRun(asking::ask);
    never.cancel(false);
  }

  /** Asks once for nobody, on the worker that an earlier request has started. */
  private static void grown(Asking asking, int n) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Pools.ELSEWHERE.add(
        () ->
            GROWN.execute(
                () -> {
                  asking.ask();
                  done.complete(null);
                }));
    done.join();
  }

  private static final class Forks extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final transient Asking asking;
    private final int count;

    Forks(Asking asking, int count) {
      this.asking = asking;
      this.count = count;
    }

    @Override
    protected void compute() {
      if (count == 1) {
        asking.ask();
      } else {
        invokeAll(new Forks(asking, 1), new Forks(asking, count - 1));
      }
    }
  }
}
