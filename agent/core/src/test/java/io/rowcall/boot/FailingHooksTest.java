package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.EngineChange;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Counts every execution once, although hooks fail: random requests and tasks on several threads,
 * with an engine that throws at random.
 */
final class FailingHooksTest {
  private static final int PROGRAMS = 60;
  private final @Nullable Engine before = Engine.current();

  @AfterEach
  void restoreTheEngine() {
    Engine.install(before);
    EngineChange.forgetUnrecorded();
    EngineChange.forgetStatements();
  }

  @Test
  void loseNoExecution() throws Exception {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      EngineChange.forgetStatements();
      Failing engine = new Failing(seed);
      engine.drainAll(); // Leftovers of other tests.
      engine.counted.set(0);
      Engine.install(engine);
      long unrecorded = RequestQueue.unrecordedExecutions();
      long executed = new Program(seed).run();
      engine.drainAll();
      assertEquals(
          executed,
          engine.counted.get() + RequestQueue.unrecordedExecutions() - unrecorded,
          "program " + seed);
      if (seed > 5) {
        assertTrue(engine.thrown.get() > 0, "nothing has failed in program " + seed);
      }
    }
  }

  /** Random work of several threads, through the hooks as woven classes call them. */
  private static final class Program {
    private final Random random;
    private final AtomicLong executed = new AtomicLong();
    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    Program(int seed) {
      random = new Random(seed);
    }

    long run() throws InterruptedException {
      CountDownLatch done = new CountDownLatch(20);
      for (int i = 0; i < 20; i++) {
        long seed = random.nextLong();
        pool.execute(
            () -> {
              request(new Random(seed));
              done.countDown();
            });
      }
      assertTrue(done.await(60, TimeUnit.SECONDS));
      pool.shutdown();
      assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
      for (Thread thread : threads) {
        join(thread);
      }
      return executed.get();
    }

    private void request(Random random) {
      Request request =
          random.nextInt(4) == 0 ? null : hook(() -> HttpHooks.enter(null, "GET", "/a"));
      List<Runnable> tasks = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        execute(random.nextInt(8));
        if (random.nextBoolean()) {
          long seed = random.nextLong();
          tasks.add(() -> work(new Random(seed)));
        }
      }
      for (Runnable task : tasks) {
        Runnable given = ExecutorHooks.beforeSubmit(task) ? ExecutorHooks.wrap(task) : task;
        ExecutorHooks.afterSubmit(given != task);
        Thread thread = new Thread(given);
        threads.add(thread);
        thread.start();
        if (random.nextBoolean()) {
          join(thread);
        }
      }
      if (request != null) {
        Request ends = request;
        hook(() -> HttpHooks.leave(ends));
        HttpHooks.end(ends, 200, false);
      }
    }

    private void work(Random random) {
      for (int i = random.nextInt(5); i >= 0; i--) {
        execute(random.nextInt(8));
      }
    }

    private void execute(int which) {
      ThreadState state = JdbcHooks.beforeExecute();
      executed.incrementAndGet();
      try {
        JdbcHooks.afterExecute(state, this, "SELECT " + which + " FROM a", 0, null, false);
      } catch (RuntimeException asAdviceDoes) {
        Engine.suppress(asAdviceDoes);
      }
    }

    private static <T> @Nullable T hook(java.util.function.Supplier<@Nullable T> hook) {
      try {
        return hook.get();
      } catch (RuntimeException asAdviceDoes) {
        Engine.suppress(asAdviceDoes);
        return null;
      }
    }

    private static void join(Thread thread) {
      try {
        thread.join(10_000);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Engine that counts executions, and throws at random from any of its methods. */
  private static final class Failing extends Engine {
    final AtomicLong counted = new AtomicLong();
    final AtomicLong thrown = new AtomicLong();
    private final Random random;

    Failing(int seed) {
      random = new Random(seed);
    }

    private void mayThrow() {
      if (random.nextInt(5) == 0) {
        thrown.incrementAndGet();
        throw new IllegalStateException("planned");
      }
    }

    void drainAll() throws InterruptedException {
      // Tasks may run a little longer than their request.
      for (int turn = 0; turn < 3; turn++) {
        for (Request request = RequestQueue.drain(); request != null; ) {
          Request next = RequestQueue.next(request);
          count(request);
          request = next;
        }
        Thread.sleep(20);
      }
    }

    private void count(Request request) throws InterruptedException {
      for (int i = 0; !request.isJoined() && i < 1_000; i++) {
        Thread.sleep(1);
      }
      Branches.close(request);
      counted.addAndGet(request.log.executions());
      Request late = request.lateExecutions();
      RequestQueue.release(request);
      if (late != null) {
        count(late);
      }
    }

    @Override
    public SqlStatement statement(String sql, int dialect) {
      mayThrow();
      return new SqlStatement(1, 1, sql, null);
    }

    @Override
    public SqlStatement call(io.rowcall.boot.request.CallKind kind, String command, String target) {
      return SqlStatement.OTHER_CALL;
    }

    @Override
    public @Nullable Object callSite(Class<?> jdbcClass) {
      mayThrow();
      return null;
    }

    @Override
    public CacheStats cache(Object cache, @Nullable String name) {
      return CacheStats.OTHER;
    }

    @Override
    public Object unwrap(Object cache) {
      return cache;
    }

    @Override
    public PoolStats pool(Object pool, @Nullable String name) {
      return PoolStats.OTHER;
    }

    @Override
    public String jobName(Object task) {
      return task.getClass().getName();
    }

    @Override
    public String mainName() {
      return "Main.main";
    }

    @Override
    public boolean followRuns(Class<?> taskClass) {
      return false;
    }

    @Override
    public void onUse() {
      mayThrow();
    }

    @Override
    public void onRequestsWaiting() {}

    @Override
    public void aggregate(Request request) {
      mayThrow();
      RequestQueue.forceOffer(request);
    }

    @Override
    public void onSuppressed(Throwable error) {}
  }
}
