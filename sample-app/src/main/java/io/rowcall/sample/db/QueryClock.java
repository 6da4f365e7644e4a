package io.rowcall.sample.db;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Time during which a request had at least one statement running: the union of their intervals, so
 * that parallel statements are not added up and the figure never exceeds the time of the request.
 *
 * <p>Thread-safe; worker threads share the clock of their request.
 */
public final class QueryClock {

  private static final ThreadLocal<@Nullable QueryClock> CURRENT = new ThreadLocal<>();

  private int running;
  private long since;
  private long nanos;

  /** Starts a clock for the current thread's request. */
  public static void start() {
    CURRENT.set(new QueryClock());
  }

  public static void stop() {
    CURRENT.remove();
  }

  /**
   * Returns the time of the current request's statements so far, in milliseconds; 0 outside a
   * request.
   */
  public static double currentMillis() {
    QueryClock clock = CURRENT.get();
    return clock == null ? 0 : clock.millis();
  }

  /**
   * Wraps a task so that it counts for the calling thread's request, on whatever thread it runs.
   */
  static <T> Callable<T> wrap(Callable<T> task) {
    QueryClock clock = CURRENT.get();
    if (clock == null) {
      return task;
    }
    return () -> {
      CURRENT.set(clock);
      try {
        return task.call();
      } finally {
        CURRENT.remove();
      }
    };
  }

  private synchronized double millis() {
    return nanos / 1e6;
  }

  private synchronized void begin() {
    if (running++ == 0) {
      since = System.nanoTime();
    }
  }

  private synchronized void end() {
    if (--running == 0) {
      nanos += System.nanoTime() - since;
    }
  }

  /** Notifies the current request's clock when a statement starts and ends, and counts it. */
  static final class StatementTimer implements SqlLogger {

    private static final String STARTED = StatementTimer.class.getName();

    private final Operations operations;

    StatementTimer(Operations operations) {
      this.operations = operations;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
      context.define(STARTED, System.nanoTime());
      QueryClock clock = CURRENT.get();
      if (clock != null) {
        clock.begin();
      }
    }

    @Override
    public void logAfterExecution(StatementContext context) {
      if (context.getAttribute(STARTED) instanceof Long started) {
        operations.ended("database_query", started);
      }
      QueryClock clock = CURRENT.get();
      if (clock != null) {
        clock.end();
      }
    }

    @Override
    public void logException(StatementContext context, SQLException thrown) {
      logAfterExecution(context);
    }
  }
}
