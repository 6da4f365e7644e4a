package io.rowcall.core.record;

import io.rowcall.boot.ThreadHooks;
import io.rowcall.boot.context.Recording;
import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.library.Libraries;
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
 * What the hot path talks to. Owns the agent's one thread, which takes finished requests every
 * {@value #PERIOD_MILLIS} ms, or when many wait, and starts with the first statement or request.
 *
 * <p>Any thread.
 */
public final class RecordingEngine extends Engine {
  private static final long PERIOD_MILLIS = 100;

  /** How long a finished request waits for tasks of its own before their work counts as late. */
  private static final long GRACE_NANOS = 5_000_000_000L;

  /** How long an application's thread tries to add up, or to find room, before it leaves that. */
  private static final int TURNS = 20;

  private static final long TURN_NANOS = 50_000;

  /** So many finished requests may wait for tasks of their own. */
  private static final int MAX_LINGERING = 1024;

  private final StatementTable statements = new StatementTable();
  private final Libraries libraries;
  private final ApplicationCode applicationCode;
  private final CallSites callSites;
  private final CreationSites creationSites;
  private final CacheNames caches;
  private final PoolNames pools;
  private final Aggregate aggregate;
  private final Recorder recorder;
  private final AtomicLong suppressed = new AtomicLong();
  private final AtomicLong droppedRequests = new AtomicLong();
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<@Nullable Thread>();

  /** A class of the application's JDBC objects, which knows where its drivers are. */
  private volatile @Nullable WeakReference<Class<?>> driver;

  /** Held by whoever adds up. The application's threads only ever try. */
  private final ReentrantLock adding = new ReentrantLock();

  private volatile @Nullable TaskFollower taskFollower;

  private final List<Request> lingering = new ArrayList<Request>();
  private volatile boolean ended;

  /** Set while requests end faster than they are added up: counts go on, evidence does not. */
  private volatile boolean overloaded;

  private final AtomicReference<@Nullable Runnable> firstUse =
      new AtomicReference<@Nullable Runnable>();

  /**
   * @param libraries known by their packages
   * @param recorder is given each request with its endpoint, and its turn at every period
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
    this.caches = new CacheNames(libraries, creationSites);
    this.pools = new PoolNames(libraries, creationSites);
    this.aggregate = new Aggregate(config, libraries, caches, pools);
    this.recorder = recorder;
  }

  /** Sets the resolver of the names of caches and pools. */
  public void setNameResolver(NameResolver resolver) {
    creationSites.setNameResolver(resolver);
  }

  /** Something to do once, when the first statement or request is seen, before it goes on. */
  public void onFirstUse(Runnable work) {
    firstUse.set(work);
  }

  @Override
  public void onUse() {
    if (firstUse.get() != null) {
      Runnable work = firstUse.getAndSet(null);
      if (work != null) {
        work.run();
      }
    }
    startThread();
  }

  @Override
  public SqlStatement statement(String sql, int dialect) {
    onUse();
    return statements.of(sql, dialect);
  }

  @Override
  public @Nullable Object callSite(Class<?> jdbcClass) {
    if (driver == null || driver.get() == null) {
      driver = new WeakReference<Class<?>>(jdbcClass);
    }
    return overloaded ? null : callSites.take(jdbcClass);
  }

  /** Who is asked to have the runs of task classes told. */
  public void setTaskFollower(TaskFollower follower) {
    taskFollower = follower;
  }

  @Override
  public boolean followRuns(Class<?> taskClass) {
    TaskFollower follower = taskFollower;
    return follower != null && follower.follow(taskClass);
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
    for (int turn = 0; turn < TURNS; turn++) {
      if (RequestQueue.offer(request, this)) {
        return; // Who had to wait here finds room.
      }
      // One caller adds up for all, instead of each for itself, or they would hand the lock around
      // for every request. Nobody waits for it without end: a virtual thread may own it unmounted,
      // and this thread may be the one that has to carry it.
      if (adding.tryLock()) {
        try {
          drainLocked(GRACE_NANOS);
          settle(request, GRACE_NANOS);
          overloaded = true;
        } finally {
          adding.unlock();
        }
        return;
      }
      LockSupport.parkNanos(TURN_NANOS);
    }
    RequestQueue.forceOffer(request);
  }

  @Override
  public void onSuppressed(Throwable error) {
    if (suppressed.incrementAndGet() == 1) {
      try {
        recorder.firstSuppressed(error);
      } catch (Throwable notTold) {
        return; // It is counted, and whoever came here, the agent's thread above all, goes on.
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
          if (!running) { // No memory for a thread: whoever comes next tries again.
            thread.set(null);
          }
        }
      }
    }
  }

  /** Survives whatever happens in a turn, for want of memory above all. */
  private final class Loop implements Runnable {
    private @Nullable Throwable error;

    @Override
    public void run() {
      while (!ended) {
        try {
          turn();
        } catch (Throwable failed) {
          error = failed; // No more than this: what has no memory left can tell nothing.
        }
      }
    }

    private void turn() {
      Throwable before = error;
      if (before != null) {
        error = null;
        LockSupport.parkNanos(PERIOD_MILLIS * 1_000_000);
        onSuppressed(before);
      }
      Pools.sample(pools.all());
      drain(GRACE_NANOS);
      recorder.period(RecordingEngine.this);
      LockSupport.parkNanos(PERIOD_MILLIS * 1_000_000);
    }
  }

  /** Adds up everything that has finished; waits a moment for threads that still work for it. */
  private void drain(long graceNanos) {
    adding.lock();
    try {
      drainLocked(graceNanos);
    } finally {
      adding.unlock();
    }
  }

  /**
   * From here on nobody adds up, so that the figures can be read. The application's threads do not
   * wait meanwhile: what they have finished does.
   */
  public void holdFigures() {
    adding.lock();
  }

  public void releaseFigures() {
    adding.unlock();
  }

  private void drainLocked(long graceNanos) {
    overloaded = false;
    for (int i = lingering.size() - 1; i >= 0; i--) {
      Request request = lingering.get(i);
      if (request.isJoined() || System.nanoTime() - request.endNanos > graceNanos) {
        lingering.remove(i);
        add(request);
      }
    }
    for (Request request = RequestQueue.drain(); request != null; ) {
      Request next = RequestQueue.next(request);
      settle(request, graceNanos);
      request = next;
    }
  }

  private void settle(Request request, long graceNanos) {
    if (request.isJoined() || graceNanos == 0 || lingering.size() >= MAX_LINGERING) {
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

  /** The endpoint of the request; null when it could not be counted, or not as a whole. */
  private @Nullable String addToAggregate(Request request) {
    try {
      Branches.close(request);
      return aggregate.add(request);
    } catch (Throwable error) {
      droppedRequests.incrementAndGet();
      onSuppressed(error);
      return null;
    }
  }

  private void record(Request request, String endpoint) {
    try {
      if (request.isRecorded()) {
        request.snapshot = recorder.figures(request, endpoint, this);
      }
      recorder.finished(request, endpoint);
    } catch (Throwable error) {
      onSuppressed(error);
    }
  }

  /** The end of the JVM: everything that has finished is added up and written. */
  public void shutdown() {
    ended = true;
    drain(0);
    recorder.end(this);
  }

  /** A loader that sees the application's drivers; null when no statement was executed yet. */
  public @Nullable ClassLoader driverLoader() {
    WeakReference<Class<?>> known = driver;
    Class<?> type = known == null ? null : known.get();
    return type == null ? null : type.getClassLoader();
  }

  /** What is known of the application's own classes. */
  public ApplicationCode applicationCode() {
    return applicationCode;
  }

  /** Packages on the stacks that had no line of the application; empty when every one had. */
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

  public long suppressedErrors() {
    return suppressed.get();
  }

  public Dialect dialect(SqlStatement statement) {
    return statements.dialect(statement);
  }

  public long overflowedStatements() {
    return statements.overflowed();
  }

  public long uncertainStatements() {
    return statements.uncertain();
  }
}
