package io.rowcall.core.export;

/**
 * The agent's own logger: one line per message on stderr, {@code LEVEL rowcall - text}.
 *
 * <p>It is not a logging library on purpose. These are configured by system properties, which
 * belong to the application, or by resources of the thread's context class loader, which are the
 * application's as well. Any thread.
 */
final class StderrLogger {
  private static final int ERROR = 0;
  private static final int WARN = 1;
  private static final int INFO = 2;
  private static final int DEBUG = 3;

  private final int level;

  /**
   * @param level error, warn, info or debug
   */
  StderrLogger(String level) {
    this.level =
        level.equals("debug")
            ? DEBUG
            : level.equals("info") ? INFO : level.equals("warn") ? WARN : ERROR;
  }

  boolean isInfoEnabled() {
    return level >= INFO;
  }

  boolean isDebugEnabled() {
    return level >= DEBUG;
  }

  void error(String line) {
    print("ERROR", line);
  }

  void warn(String line) {
    if (level >= WARN) {
      print("WARN", line);
    }
  }

  void info(String line) {
    if (isInfoEnabled()) {
      print("INFO", line);
    }
  }

  /** What somebody has asked for: at every level. */
  void notice(String line) {
    print("INFO", line);
  }

  void debug(String line) {
    if (isDebugEnabled()) {
      print("DEBUG", line);
    }
  }

  @SuppressWarnings("SystemOut") // stdout belongs to the application.
  private static void print(String level, String line) {
    System.err.println(level + " rowcall - " + line);
  }
}
