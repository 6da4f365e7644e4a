package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's own lines on stderr, few and rate-limited. The logger is the agent's, inside its own
 * loader; what the application configures for its own does not reach it.
 */
final class Messages {
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int SLOW_QUERIES_A_MINUTE = 10;

  private final Logger log;
  private long minuteStarted = System.nanoTime();
  private int thisMinute;

  Messages(Config config) {
    String settings = "io.rowcall.slf4j.simpleLogger.";
    System.setProperty(settings + "logFile", "System.err");
    System.setProperty(settings + "defaultLogLevel", config.text(Key.LOG_LEVEL));
    System.setProperty(settings + "showThreadName", "false");
    System.setProperty(settings + "showDateTime", "false");
    System.setProperty(settings + "showShortLogName", "true");
    log = LoggerFactory.getLogger("rowcall");
  }

  /** A slow query, in one line; at most {@value #SLOW_QUERIES_A_MINUTE} a minute. */
  void slowQuery(String line) {
    long now = System.nanoTime();
    if (now - minuteStarted > MINUTE_NANOS) {
      minuteStarted = now;
      thisMinute = 0;
    }
    if (thisMinute++ < SLOW_QUERIES_A_MINUTE) {
      log.warn("{}", line);
    }
  }

  void cannotWrite(String what, String where, Exception why, String setting) {
    log.error(
        "cannot write the {} to {} ({}). The application is not affected. Set {}.",
        what,
        where,
        why.toString(),
        setting);
  }

  /** The URL is not named: it may hold a password. */
  void cannotExplain(Exception why) {
    log.error(
        "cannot connect to explain.url ({}): no missing index will be found. The application is not"
            + " affected. Set explain.url, explain.user and explain.password.",
        why.getClass().getName());
    log.debug("its reason", why);
  }

  void notExplained(Exception why) {
    log.debug("a statement could not be explained", why);
  }

  /** A fault of our own: once, with its stack when debugging. */
  void fault(Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    log.error(
        "a fault of Rowcall was kept from the application: {} ({}). Further ones are only counted, in"
            + " totals.suppressedErrors of the report.",
        error.getMessage(),
        cause.toString());
    log.debug("its stack", error);
  }
}
