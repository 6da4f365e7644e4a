package io.rowcall.core.config;

import org.jspecify.annotations.Nullable;

/** The table of everything that can be set: key, type, default, meaning. */
public enum Setting {
  ENABLED("enabled", Type.SWITCH, "true", "Off: nothing is woven, and the agent costs nothing."),
  SERVICE(
      "service", Type.TEXT, "", "The service's name in the report. Empty: the main jar or class."),
  INSTANCE("instance", Type.TEXT, "", "This JVM's name in the report. Empty: pid@host."),
  REPORT_DIR(
      "report.dir", Type.TEXT, "rowcall-reports", "The folder of reports. Empty: none is written."),
  REPORT_INTERVAL(
      "report.interval",
      Type.DURATION,
      "10s",
      "How often the report is replaced; more often in the first seconds and the last."),
  HEADERS("headers", Type.SWITCH, "true", "Whether responses carry X-Query-Count and its kin."),
  USER(
      "user",
      Type.SWITCH,
      "true",
      "Whether requests and slow queries are told by the user that the application knows."),
  USER_HEADER(
      "user.header", Type.TEXT, "", "A request header that holds the user. Empty: none does."),
  USER_ATTRIBUTE(
      "user.attribute",
      Type.TEXT,
      "",
      "A request attribute of the servlet API that holds the user. Empty: none does."),
  SLOW_QUERY("slow-query", Type.DURATION, "200ms", "An execution that takes longer is slow."),
  SLOW_REQUEST("slow-request", Type.DURATION, "1s", "A request that takes longer is slow."),
  N1_REPEATS(
      "n1.repeats", Type.COUNT, "5", "Executions of a statement in one request that make an N+1."),
  N1_CONFIRMED(
      "n1.confirmed-repeats", Type.COUNT, "3", "The same, when a parent query confirms it."),
  DUPLICATES(
      "duplicate.repeats",
      Type.COUNT,
      "2",
      "Executions with the same binds that make a duplicate."),
  TOO_MANY("too-many-queries", Type.COUNT, "50", "A request with more executions has too many."),
  LARGE_RESULT(
      "large-result.rows", Type.COUNT, "1000", "Rows of one query without a limit that are many."),
  SEQUENTIAL(
      "sequential-queries",
      Type.DURATION,
      "100ms",
      "What queries that need not wait for each other must save together to be named."),
  POOL_WAIT(
      "pool-wait", Type.DURATION, "50ms", "What a request must wait for connections to be named."),
  CONNECTION_HELD(
      "connection-held",
      Type.DURATION,
      "100ms",
      "A connection that is held idle for longer, and for half of the hold, is named."),
  WARMUP_REQUESTS(
      "warmup.requests",
      Type.COUNT,
      "5",
      "The first requests of an endpoint, whose times say nothing. When set, the report gives the"
          + " figures of what came after apart, and budgets are held against these."),
  WARMUP(
      "warmup",
      Type.DURATION,
      "1s",
      "The same, for the requests that start within this time of the endpoint's first one."),
  EXPLAIN_URL(
      "explain.url",
      Type.TEXT,
      "",
      "A JDBC URL on which the agent, with a connection of its own, asks for one plan a minute to find"
          + " missing indexes. Empty: never."),
  EXPLAIN_USER("explain.user", Type.TEXT, "", "The user of that connection."),
  EXPLAIN_PASSWORD("explain.password", Type.TEXT, "", "The password of that user."),
  LOG_REQUESTS(
      "log.requests", Type.TEXT, "", "A file that gets a JSON line for each request. Empty: none."),
  LOG_SLOW_QUERIES(
      "log.slow-queries",
      Type.TEXT,
      "",
      "A file that gets a JSON line for each slow query. Empty: none."),
  LOG_LEVEL(
      "log.level",
      Type.LEVEL,
      "warn",
      "What the agent says on stderr: error, warn, info (slow queries too), debug."),
  QUIET(
      "quiet", Type.SWITCH, "false", "Leaves out the one line on stderr that tells of the start."),
  APPLICATION_PACKAGES(
      "application.packages",
      Type.TEXT,
      "",
      "Packages, apart by colons, whose frames are call sites, beside what is loaded from the"
          + " application's own folder or jar."),
  LIBRARY_PACKAGES(
      "library.packages",
      Type.TEXT,
      "",
      "Packages, apart by colons, whose frames are no call sites. Of two that fit, the longer"
          + " holds."),
  CONFIG("config", Type.TEXT, "rowcall.properties", "A file of these settings; need not exist.");

  /** What a value looks like. */
  enum Type {
    SWITCH("true or false"),
    COUNT("a whole number of 1 or more"),
    DURATION("a number with ms, s, m or h"),
    LEVEL("error, warn, info or debug"),
    TEXT("a text");

    final String expected;

    Type(String expected) {
      this.expected = expected;
    }
  }

  final String key;
  final Type type;
  final String byDefault;
  final String meaning;

  Setting(String key, Type type, String byDefault, String meaning) {
    this.key = key;
    this.type = type;
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /** The key as people write it. */
  public String key() {
    return key;
  }

  /** Whether the value is, or may hold, a password: it is shown nowhere. */
  boolean isSecret() {
    return this == EXPLAIN_URL || this == EXPLAIN_PASSWORD;
  }

  /** Whether a value may have a comma in it. */
  boolean isText() {
    return type == Type.TEXT;
  }

  /**
   * Whether people copy the value from elsewhere, as it is: a password, a URL, a user. Only the
   * exact name of another setting ends it.
   */
  boolean isVerbatim() {
    return this == EXPLAIN_URL || this == EXPLAIN_USER || this == EXPLAIN_PASSWORD;
  }

  /** The key of that name; null when there is none. */
  static @Nullable Setting of(String name) {
    for (Setting key : values()) {
      if (key.key.equals(name)) {
        return key;
      }
    }
    return null;
  }

  /** {@code ROWCALL_SLOW_QUERY} for {@code slow-query}. */
  String environment() {
    StringBuilder name = new StringBuilder("ROWCALL_");
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      name.append(c == '.' || c == '-' ? '_' : Character.toUpperCase(c));
    }
    return name.toString();
  }
}
