package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.format.SingleLine;

/**
 * The agent's own lines on stderr, few and rate-limited. The logger is the agent's, inside its own
 * loader; the application's logging configuration does not affect it.
 *
 * <p>Every message goes through {@link SingleLine}: SQL, names and exceptions contain untrusted
 * text, which must not be mistaken for a line of the log.
 */
final class AgentLog {
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int SLOW_QUERIES_A_MINUTE = 10;

  private final StderrLogger log;
  private final boolean quiet;
  private long minuteStarted = System.nanoTime();
  private int thisMinute;

  AgentLog(Config config) {
    log = new StderrLogger(config.text(Setting.LOG_LEVEL));
    quiet = config.is(Setting.QUIET);
  }

  /** Whether slow queries are logged here: only at level info or debug. */
  boolean tellsSlowQueries() {
    return log.isInfoEnabled();
  }

  /** A slow query, in one line; at most {@value #SLOW_QUERIES_A_MINUTE} a minute. */
  void slowQuery(String line) {
    long now = System.nanoTime();
    if (now - minuteStarted > MINUTE_NANOS) {
      minuteStarted = now;
      thisMinute = 0;
    }
    if (thisMinute++ < SLOW_QUERIES_A_MINUTE) {
      log.info(SingleLine.of(line));
    }
  }

  void cannotWrite(String what, String where, Throwable why, String setting) {
    error(
        "cannot write the "
            + what
            + " to "
            + where
            + " ("
            + why
            + "). The application is not affected. Set "
            + setting
            + ".");
    debug("its reason", why);
  }

  /** The URL is not named: it may hold a password. */
  void cannotExplain(Throwable why) {
    error(
        "cannot connect to explain.url ("
            + why.getClass().getName()
            + "): no missing index will be found. The application is not affected. Set explain.url,"
            + " explain.user and explain.password.");
    frames(why);
  }

  /** The live view is served; said even at the default level, because somebody asked for it. */
  void onLive(String url) {
    log.notice(SingleLine.of("live view at " + url));
  }

  /** Why the JVM that ends has no requests, or lacks executions: the last line. */
  void setupProblem(String problem) {
    if (!quiet) {
      log.warn(SingleLine.of(problem + ". quiet=true suppresses this line."));
    }
  }

  void cannotServe(String why) {
    error(
        "cannot serve the live view ("
            + why
            + "). The application is not affected. Set live.port=<a free port>, live.host and"
            + " live.token.");
  }

  void cannotRegister(String why) {
    error(
        "cannot register the MBean (" + why + "). The application is not affected. Set jmx=false.");
  }

  /** The URL is not named: it may hold a password. */
  void cannotSend(Throwable why) {
    error(
        "cannot send metrics to otlp.endpoint ("
            + why.getClass().getName()
            + "). The application is not affected, and the next attempt follows. Set"
            + " otlp.endpoint.");
    debug("its reason", why);
  }

  void notExplained(Exception why) {
    debug("a statement could not be explained", why);
  }

  /** A fault of our own: once, with its stack when debugging. */
  void fault(Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    error(
        "a fault of Rowcall was kept from the application: "
            + error.getMessage()
            + " ("
            + cause
            + "). Further ones are only counted, in totals.suppressedErrors of the report.");
    debug("its stack", error);
  }

  private void error(String line) {
    log.error(SingleLine.of(line));
  }

  private void debug(String what, Throwable why) {
    if (!log.isDebugEnabled()) {
      return;
    }
    log.debug(what + ": " + SingleLine.of(why.toString()));
    frames(why);
    Throwable cause = why.getCause();
    if (cause != null) {
      debug("its cause", cause);
    }
  }

  private void frames(Throwable why) {
    if (log.isDebugEnabled()) {
      for (StackTraceElement frame : why.getStackTrace()) {
        log.debug("  at " + SingleLine.of(frame.toString()));
      }
    }
  }
}
