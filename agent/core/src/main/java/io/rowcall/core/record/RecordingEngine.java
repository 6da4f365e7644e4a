package io.rowcall.core.record;

import io.rowcall.boot.ThreadHooks;
import io.rowcall.boot.context.MainJob;
import io.rowcall.boot.context.Recording;
import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.OpenPolls;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.setup.Origin;
import io.rowcall.core.setup.UnwovenClasses;
import io.rowcall.core.sql.Dialect;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Engine behind the hot path. Owns the agent's only thread, which starts with the first statement
 * or request and aggregates finished requests every {@value #PERIOD_MILLIS} ms, or earlier if many
 * are waiting. Any thread.
 */
public final class RecordingEngine extends Engine {
  private static final long PERIOD_MILLIS = 100;

  /** How long a finished request waits for its tasks. Work after that counts as late. */
  private static final long GRACE_NANOS = 5_000_000_000L;

  /** How often an application thread tries to aggregate or to enqueue before it gives up. */
  private static final int ATTEMPTS = 20;

  private static final long ATTEMPT_NANOS = 50_000;

  /** Maximum number of finished requests that wait for their tasks. */
  private static final int MAX_LINGERING = 1024;

  private final StatementTable statements = new StatementTable();
  private final Libraries libraries;
  private final ApplicationCode applicationCode;
  private final CallSites callSites;
  private final CreationSites creationSites;
  private final UnwovenClasses unwoven = new UnwovenClasses();
  private final JobNames jobNames;
  private final CacheNames caches;
  private final PoolNames pools;
  private final Aggregate aggregate;
  private final Recorder recorder;
  private final AtomicLong suppressed = new AtomicLong();
  private final AtomicLong droppedRequests = new AtomicLong();
  private final AtomicLong shedCallSites = new AtomicLong();
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<@Nullable Thread>();

  /** A class of the application's JDBC objects, whose loader can see the drivers. */
  private volatile @Nullable WeakReference<Class<?>> driver;

  /** Guards aggregation. Application threads only try to acquire it. */
  private final ReentrantLock aggregation = new ReentrantLock();

  private volatile @Nullable TaskFollower taskFollower;

  private volatile @Nullable LateWeaver lateWeaver;

  private final List<Request> lingering = new ArrayList<Request>();
  private volatile boolean ended;

  /** Set while requests finish faster than they are aggregated. Counts go on, call sites do not. */
  private volatile boolean overloaded;

  private final AtomicReference<@Nullable Runnable> firstUse =
      new AtomicReference<@Nullable Runnable>();

  /**
   * @param libraries known by their packages
   * @param recorder receives each request with its endpoint, and a call every period
   */
  public RecordingEngine(Config config, Libraries libraries, Recorder recorder) {
    this.libraries = libraries;
    this.applicationCode =
        new ApplicationCode(libraries, System.getProperty("sun.java.command", ""));
    this.callSites =
        new CallSites(
            libraries,
            applicationCode,
            config.text(Setting.APPLICATION_PACKAGES),
            config.text(Setting.LIBRARY_PACKAGES));
    this.creationSites = new CreationSites(callSites);
    this.jobNames = new JobNames(callSites);
    this.caches = new CacheNames(libraries, creationSites);
    this.pools = new PoolNames(libraries, creationSites);
    this.aggregate = new Aggregate(config, libraries, caches, pools);
    this.recorder = recorder;
  }

  /** Sets the resolver of the names of caches and pools. */
  public void setNameResolver(NameResolver resolver) {
    creationSites.setNameResolver(resolver);
  }

  /** Sets an action that runs once, before the first statement or request proceeds. */
  public void onFirstUse(Runnable action) {
    firstUse.set(action);
  }

  /** Sets the weaver of classes that could not be decided on while they were loaded. */
  public void setLateWeaver(LateWeaver weaver) {
    lateWeaver = weaver;
  }

  @Override
  public void decide(Class<?> type) {
    LateWeaver weaver = lateWeaver;
    if (weaver != null) {
      weaver.weave(type);
    }
  }

  /** A statement that was just prepared may be of a class that waits to be woven. */
  private void weaveLate() {
    LateWeaver weaver = lateWeaver;
    if (weaver != null) {
      weaver.weaveAll();
    }
  }

  @Override
  public void onUse() {
    if (firstUse.get() != null) {
      Runnable action = firstUse.getAndSet(null);
      if (action != null) {
        try {
          action.run();
        } catch (OutOfMemoryError full) {
          firstUse.set(action); // The next caller tries again.
        }
      }
    }
    startThread();
  }

  @Override
  public SqlStatement statement(String sql, int dialect) {
    onUse();
    weaveLate();
    return statements.of(sql, dialect);
  }

  @Override
  public SqlStatement call(CallKind kind, String command, String target) {
    onUse();
    return statements.calls().of(kind, command, target);
  }

  @Override
  public int statusOf(Object response) {
    return HttpStatus.of(response);
  }

  @Override
  public @Nullable Object callSite(Class<?> jdbcClass) {
    if (driver == null || driver.get() == null) {
      driver = new WeakReference<Class<?>>(jdbcClass);
    }
    if (overloaded) {
      shedCallSites.incrementAndGet();
      return null;
    }
    return callSites.capture(jdbcClass);
  }

  /** Sets the weaver of task classes. */
  public void setTaskFollower(TaskFollower follower) {
    taskFollower = follower;
  }

  @Override
  public boolean followRuns(Class<?> taskClass) {
    TaskFollower follower = taskFollower;
    return follower != null && follower.follow(taskClass);
  }

  @Override
  public String jobName(Object task) {
    return jobNames.of(task);
  }

  @Override
  public String mainName() {
    return jobNames.ofMain();
  }

  @Override
  public CacheStats cache(Object cache, @Nullable String name) {
    return caches.statsOf(cache, name);
  }

  @Override
  public Object unwrap(Object cache) {
    return CacheUnwrapper.unwrap(cache, libraries.wrapperFields());
  }

  @Override
  public PoolStats pool(Object pool, @Nullable String name) {
    return pools.statsOf(pool, name);
  }

  @Override
  public void onRequestsWaiting() {
    Thread running = thread.get();
    if (running == null) {
      startThread();
    } else {
      LockSupport.unpark(running);
    }
  }

  @Override
  public void aggregate(Request request) {
    startThread();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (RequestQueue.offer(request, this)) {
        return; // A thread that had to retry found room.
      }
      // One caller aggregates for all, or the lock would change hands for every request. No caller
      // blocks on it: its owner may be an unmounted virtual thread that needs this carrier.
      if (aggregation.tryLock()) {
        try {
          drainLocked(GRACE_NANOS);
          aggregateOrDefer(request, GRACE_NANOS);
          overloaded = true;
        } finally {
          aggregation.unlock();
        }
        return;
      }
      // The owner may have no core at the moment, and it catches up soon. Nobody waits for it.
      if (RequestQueue.offerWhileBusy(request)) {
        return;
      }
      LockSupport.parkNanos(ATTEMPT_NANOS);
    }
    RequestQueue.forceOffer(request);
  }

  @Override
  public void onSuppressed(Throwable error) {
    if (suppressed.incrementAndGet() == 1) {
      try {
        recorder.firstSuppressed(error);
      } catch (Throwable failed) {
        return; // It is counted, and the caller, above all the agent's thread, must go on.
      }
    }
  }

  /** Starts the agent's thread, once. */
  public void startThread() {
    if (thread.get() == null && !ended) {
      Thread started = new Thread(null, new Loop(), "rowcall", 512 * 1024);
      started.setDaemon(true);
      started.setContextClassLoader(null);
      if (thread.compareAndSet(null, started)) {
        ThreadHooks.beforeStartingWorkers();
        boolean running = false;
        try {
          started.start();
          running = true;
        } finally {
          ThreadHooks.afterStartingWorkers();
          if (!running) { // No memory for a thread; the next caller tries again.
            thread.set(null);
          }
        }
      }
    }
  }

  /** Loop of the agent's thread. Survives every failure, above all an OutOfMemoryError. */
  private final class Loop implements Runnable {
    private @Nullable Throwable error;

    @Override
    public void run() {
      while (!ended) {
        try {
          runPeriod();
        } catch (Throwable failed) {
          error = failed; // Reported in the next period: there may be no memory now.
        }
      }
    }

    private void runPeriod() {
      Throwable lastError = error;
      if (lastError != null) {
        error = null;
        LockSupport.parkNanos(PERIOD_MILLIS * 1_000_000);
        onSuppressed(lastError);
      }
      weaveLate();
      OpenPolls.finishAbandoned();
      Pools.sample(pools.all());
      drain(GRACE_NANOS);
      recorder.period(RecordingEngine.this);
      LockSupport.parkNanos(PERIOD_MILLIS * 1_000_000);
    }
  }

  /** Aggregates all finished requests, except those whose tasks are still running. */
  private void drain(long graceNanos) {
    aggregation.lock();
    try {
      drainLocked(graceNanos);
    } finally {
      aggregation.unlock();
    }
  }

  /**
   * Suspends aggregation, so that the totals can be read. Application threads do not wait; their
   * finished requests do.
   */
  public void holdFigures() {
    aggregation.lock();
  }

  public void releaseFigures() {
    aggregation.unlock();
  }

  private void drainLocked(long graceNanos) {
    overloaded = false;
    for (int i = lingering.size() - 1; i >= 0; i--) {
      Request request = lingering.get(i);
      if (request.isComplete() || System.nanoTime() - request.endNanos > graceNanos) {
        lingering.remove(i);
        add(request);
      }
    }
    for (Request request = RequestQueue.drain(); request != null; ) {
      Request next = RequestQueue.next(request);
      aggregateOrDefer(request, graceNanos);
      request = next;
    }
  }

  private void aggregateOrDefer(Request request, long graceNanos) {
    if (request.isComplete() || graceNanos == 0 || lingering.size() >= MAX_LINGERING) {
      add(request);
    } else {
      lingering.add(request);
    }
  }

  private void add(Request request) {
    String endpoint = addToAggregate(request);
    if (endpoint != null) {
      record(request, endpoint);
    }
    Recording.onAggregated(request);
    Request late = request.lateExecutions();
    RequestQueue.release(request);
    if (late != null) {
      add(late);
    }
  }

  /**
   * Returns the endpoint of the request; null if its aggregation failed, or if it is a run of a job
   * that has done nothing.
   */
  private @Nullable String addToAggregate(Request request) {
    try {
      Branches.close(request);
      request.log.settle(System.nanoTime());
      return request.isIdleRun() ? null : aggregate.add(request);
    } catch (Throwable error) {
      droppedRequests.incrementAndGet();
      onSuppressed(error);
      return null;
    }
  }

  private void record(Request request, String endpoint) {
    try {
      if (request.evidence.isRecorded()) {
        request.snapshot = recorder.figures(request, endpoint, this);
      }
      recorder.finished(request, endpoint);
    } catch (Throwable error) {
      onSuppressed(error);
    }
  }

  /** Aggregates and reports everything that has finished. Called when the JVM ends. */
  public void shutdown() {
    ended = true;
    MainJob.onShutdown(isExiting(MainJob.thread()));
    OpenPolls.finishAbandoned();
    drain(0);
    recorder.end(this);
  }

  /** Whether a thread is inside {@code System.exit}. */
  private static boolean isExiting(@Nullable Thread thread) {
    if (thread != null) {
      for (StackTraceElement frame : thread.getStackTrace()) {
        if (frame.getClassName().equals("java.lang.Shutdown")) {
          return true;
        }
      }
    }
    return false;
  }

  /** A class loader that sees the application's drivers; null before the first statement. */
  public @Nullable ClassLoader driverLoader() {
    WeakReference<Class<?>> known = driver;
    Class<?> type = known == null ? null : known.get();
    return type == null ? null : type.getClassLoader();
  }

  /** The application's own classes, as far as they are known. */
  public ApplicationCode applicationCode() {
    return applicationCode;
  }

  /** Classes that could not be woven. */
  public UnwovenClasses unwoven() {
    return unwoven;
  }

  /** The origin that explains most executions outside of requests; null if none is known. */
  public @Nullable Origin origin() {
    return callSites.origins().mostTelling();
  }

  /** Packages on stacks without an application frame; empty if every stack had one. */
  public String stacksWithoutLine() {
    return callSites.skippedPackages();
  }

  public Aggregate aggregate() {
    return aggregate;
  }

  /** Requests that could not be counted, or not as a whole. */
  public long droppedRequests() {
    return droppedRequests.get();
  }

  /** Call sites that were not captured, because requests finished faster than they were counted. */
  public long shedCallSites() {
    return shedCallSites.get();
  }

  public long suppressedErrors() {
    return suppressed.get();
  }

  public Dialect dialect(SqlStatement statement) {
    return statements.dialect(statement);
  }

  public long overflowedCalls() {
    return statements.calls().overflowed();
  }

  public long overflowedStatements() {
    return statements.overflowed();
  }

  public long uncertainStatements() {
    return statements.approximate();
  }
}
