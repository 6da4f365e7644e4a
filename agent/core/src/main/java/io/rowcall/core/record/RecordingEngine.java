package io.rowcall.core.record;

import io.rowcall.boot.Engine;
import io.rowcall.boot.Request;
import io.rowcall.boot.Requests;
import io.rowcall.boot.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the hot path talks to. Owns the agent's one thread, which takes finished requests every
 * {@value #PERIOD_MILLIS} ms, or when many wait, and starts with the first statement or request.
 *
 * <p>Any thread.
 */
public final class RecordingEngine extends Engine {
  private static final long PERIOD_MILLIS = 100;

  private final StatementTable statements = new StatementTable();
  private final CallSites callSites;
  private final Aggregate aggregate;
  private final Recorder recorder;
  private final AtomicLong suppressed = new AtomicLong();
  private volatile @Nullable Thread thread;
  private volatile boolean ended;

  /**
   * @param recorder is given each request with its endpoint, and its turn at every period
   */
  public RecordingEngine(Config config, Recorder recorder) {
    this.callSites = new CallSites(config.text(Key.LIBRARY_PACKAGES));
    this.aggregate = new Aggregate(config);
    this.recorder = recorder;
  }

  @Override
  public SqlStatement statement(String sql, int dialect) {
    startThread();
    return statements.of(sql, dialect);
  }

  @Override
  public @Nullable Object callSite(Class<?> jdbcClass) {
    return callSites.take(jdbcClass);
  }

  @Override
  public void requestsWaiting() {
    Thread running = thread;
    if (running == null) {
      startThread();
    } else {
      LockSupport.unpark(running);
    }
  }

  @Override
  public void aggregate(Request request) {
    startThread();
    add(request);
  }

  @Override
  public void suppressed(Throwable error) {
    if (suppressed.incrementAndGet() == 1) {
      recorder.firstSuppressed(error);
    }
  }

  /** Starts the agent's thread, once. */
  public void startThread() {
    if (thread == null && !ended) {
      synchronized (this) {
        if (thread == null && !ended) {
          Thread started = new Thread(null, new Loop(), "rowcall", 512 * 1024);
          started.setDaemon(true);
          started.setContextClassLoader(null);
          thread = started;
          started.start();
        }
      }
    }
  }

  private final class Loop implements Runnable {
    @Override
    public void run() {
      while (!ended) {
        LockSupport.parkNanos(PERIOD_MILLIS * 1_000_000);
        try {
          drain();
          recorder.period(RecordingEngine.this);
        } catch (Throwable error) {
          suppressed(error);
        }
      }
    }
  }

  /** Adds up everything that has finished. */
  public void drain() {
    for (Request request = Requests.take(); request != null; ) {
      Request next = Requests.after(request);
      add(request);
      request = next;
    }
  }

  private void add(Request request) {
    try {
      String endpoint = aggregate.add(request);
      recorder.finished(request, endpoint);
    } catch (Throwable error) {
      suppressed(error);
    }
    Requests.release(request);
  }

  /** The end of the JVM: everything that has finished is added up and written. */
  public void shutdown() {
    ended = true;
    drain();
    recorder.end(this);
  }

  public Aggregate aggregate() {
    return aggregate;
  }

  public long suppressedErrors() {
    return suppressed.get();
  }

  public long overflowedStatements() {
    return statements.overflowed();
  }

  public long uncertainStatements() {
    return statements.uncertain();
  }
}
