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

/** Routes by name, one per kind of task. Each makes three executions, unless stated otherwise. */
final class TaskRoutes {
  private static final BlockingQueue<CompletableFuture<String>> PENDING =
      new LinkedBlockingQueue<>();
  private static final CountDownLatch LATE = new CountDownLatch(1);
  private static final CountDownLatch LATE_DONE = new CountDownLatch(2);

  /** Executor whose only worker is started by a request. */
  private static final ExecutorService SINGLE_WORKER = Executors.newSingleThreadExecutor();

  /** Queries of the first request that submits {@link #SHARED}. */
  private static final AtomicReference<RequestQueries> SHARED_QUERIES = new AtomicReference<>();

  private static final AtomicInteger SHARED_PENDING = new AtomicInteger();

  /** Captures nothing, so it is the same object for every request. */
  private static final Runnable SHARED =
      () -> {
        SHARED_QUERIES.get().select();
        SHARED_PENDING.decrementAndGet();
      };

  private TaskRoutes() {}

  static Map<String, TaskRoute> all() {
    Map<String, TaskRoute> all = new TreeMap<>();
    all.put("callables", (queries, n) -> Pools.FIXED.invokeAll(three(queries)));
    all.put("cached", (queries, n) -> get(submit(Pools.CACHED, queries)));
    all.put("executor", (queries, n) -> get(submit(Pools.FIXED, queries)));
    all.put("scheduled", TaskRoutes::scheduled);
    all.put("fork-join", (queries, n) -> Pools.FORK_JOIN.invoke(new Forks(queries, 3)));
    all.put(
        "parallel-stream",
        (queries, n) -> IntStream.range(0, 3).parallel().forEach(i -> queries.select()));
    all.put("future-async", TaskRoutes::futureAsync);
    all.put("future-elsewhere", TaskRoutes::futureElsewhere);
    all.put("cross-wait", TaskRoutes::crossWait);
    all.put("cross-complete", (queries, n) -> PENDING.take().complete("done"));
    all.put("thread", TaskRoutes::thread);
    all.put("thread-subclass", TaskRoutes::threadSubclass);
    all.put("timer", TaskRoutes::timer);
    all.put("virtual", (queries, n) -> virtual(queries));
    all.put("virtual-bare", (queries, n) -> bareVirtual(queries));
    all.put("structured", (q, n) -> NewerJava.inScope(q::select, q::select, q::select));
    all.put("late", TaskRoutes::late);
    all.put("late-go", TaskRoutes::lateGo);
    all.put("periodic", TaskRoutes::periodic);
    all.put("shared", TaskRoutes::shared);
    all.put("rejected", TaskRoutes::rejected);
    all.put("cancelled", TaskRoutes::cancelled);
    all.put(
        "grow",
        (queries, n) -> get(Collections.singletonList(SINGLE_WORKER.submit(queries::select))));
    all.put("grown", TaskRoutes::grown);
    all.put("storm", Storm::run);
    all.put("crowd", Crowd::run);
    all.put("program", (queries, n) -> new RandomProgram(queries, n).run());
    return all;
  }

  private static List<Callable<Object>> three(RequestQueries queries) {
    Callable<Object> first = Executors.callable(queries::select);
    return Arrays.asList(
        first, Executors.callable(queries::select), Executors.callable(queries::select));
  }

  private static List<Future<?>> submit(ExecutorService pool, RequestQueries queries) {
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tasks.add(pool.submit(queries::select));
    }
    return tasks;
  }

  private static void get(List<? extends Future<?>> tasks) throws Exception {
    for (Future<?> task : tasks) {
      task.get();
    }
  }

  private static void scheduled(RequestQueries queries, int n) throws Exception {
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tasks.add(Pools.SCHEDULED.schedule(queries::select, i, TimeUnit.MILLISECONDS));
    }
    get(tasks);
  }

  private static void futureAsync(RequestQueries queries, int n) {
    CompletableFuture.supplyAsync(() -> selectAndReturn(queries), Pools.FIXED)
        .thenApplyAsync(before -> selectAndReturn(queries))
        .thenRunAsync(queries::select, Pools.FORK_JOIN)
        .join();
  }

  /** Callbacks of a future that an unrelated thread completes, like that of an async client. */
  private static void futureElsewhere(RequestQueries queries, int n) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<Void> done =
        answer
            .thenApply(text -> selectAndReturn(queries))
            .thenCompose(text -> CompletableFuture.completedFuture(selectAndReturn(queries)))
            .thenAccept(text -> queries.select());
    Pools.UNRELATED_THREAD.add(() -> answer.complete("answer"));
    done.join();
  }

  /** One execution, on the thread of another request, which completes the future. */
  private static void crossWait(RequestQueries queries, int n) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> done = answer.thenApply(text -> selectAndReturn(queries));
    PENDING.add(answer);
    done.join();
  }

  private static String selectAndReturn(RequestQueries queries) {
    queries.select();
    return "done";
  }

  private static void thread(RequestQueries queries, int n) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(new Thread(queries::select));
    }
    run(threads);
  }

  private static void threadSubclass(RequestQueries queries, int n) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          new Thread() {
            @Override
            public void run() {
              queries.select();
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

  private static void timer(RequestQueries queries, int n) throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      Pools.TIMER.schedule(
          new TimerTask() {
            @Override
            public void run() {
              queries.select();
              done.countDown();
            }
          },
          i);
    }
    done.await();
  }

  private static void virtual(RequestQueries queries) throws Exception {
    ExecutorService perTask = NewerJava.virtualThreadPerTask();
    get(submit(perTask, queries));
    perTask.shutdown();
    perTask.awaitTermination(1, TimeUnit.MINUTES);
  }

  private static void bareVirtual(RequestQueries queries) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(NewerJava.startVirtualThread(queries::select));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Two executions on different threads, after the end of the request. */
  private static void late(RequestQueries queries, int n) {
    Runnable afterwards =
        () -> {
          try {
            LATE.await();
            queries.select();
            LATE_DONE.countDown();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        };
    Pools.CACHED.execute(afterwards);
    new Thread(afterwards).start();
  }

  /** No execution: releases the tasks of an earlier request, and waits for them. */
  private static void lateGo(RequestQueries queries, int n) throws Exception {
    LATE.countDown();
    LATE_DONE.await();
  }

  /** Three executions of a periodic task, which belong to no request. */
  private static void periodic(RequestQueries queries, int n) throws Exception {
    CountDownLatch runs = new CountDownLatch(3);
    ScheduledFuture<?> task =
        Pools.SCHEDULED.scheduleAtFixedRate(
            () -> {
              if (runs.getCount() > 0) {
                queries.select();
                runs.countDown();
              }
            },
            0,
            1,
            TimeUnit.MILLISECONDS);
    runs.await();
    task.cancel(false);
  }

  /** One task object that all requests submit; waits until all submissions have run. */
  private static void shared(RequestQueries queries, int n) throws Exception {
    SHARED_QUERIES.compareAndSet(null, queries);
    SHARED_PENDING.addAndGet(3);
    for (int i = 0; i < 3; i++) {
      Pools.FIXED.execute(SHARED);
    }
    while (SHARED_PENDING.get() > 0) {
      Thread.sleep(1);
    }
  }

  /** One execution on a worker, two on the request's thread after the pool rejects the tasks. */
  private static void rejected(RequestQueries queries, int n) throws Exception {
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
    Future<?> queued = small.submit(queries::select);
    try {
      small.execute(queries::select);
      throw new IllegalStateException("was not rejected");
    } catch (RejectedExecutionException expected) {
      queries.select();
    }
    small.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    small.execute(queries::select);
    busy.countDown();
    queued.get();
    small.shutdown();
    small.awaitTermination(1, TimeUnit.MINUTES);
  }

  /** No execution: the tasks are cancelled. */
  private static void cancelled(RequestQueries queries, int n) {
    Pools.SCHEDULED.schedule(queries::select, 1, TimeUnit.HOURS).cancel(false);
    CompletableFuture<String> never = new CompletableFuture<>();
    never.thenRun(queries::select);
    never.cancel(false);
  }

  /** One execution that belongs to no request, on the worker that an earlier request started. */
  private static void grown(RequestQueries queries, int n) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Pools.UNRELATED_THREAD.add(
        () ->
            SINGLE_WORKER.execute(
                () -> {
                  queries.select();
                  done.complete(null);
                }));
    done.join();
  }

  private static final class Forks extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final transient RequestQueries queries;
    private final int count;

    Forks(RequestQueries queries, int count) {
      this.queries = queries;
      this.count = count;
    }

    @Override
    protected void compute() {
      if (count == 1) {
        queries.select();
      } else {
        invokeAll(new Forks(queries, 1), new Forks(queries, count - 1));
      }
    }
  }
}
