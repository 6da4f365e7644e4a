package io.rowcall.core.config;

import org.jspecify.annotations.Nullable;

/** Table of all settings: key, type, default, and the meaning that the documentation prints. */
public enum Setting {
  ENABLED("enabled", Type.SWITCH, "true", "`false` turns the agent off: no class is woven."),
  SERVICE(
      "service",
      Type.TEXT,
      "",
      "Name of the service in the report. Default: the main jar or main class."),
  INSTANCE("instance", Type.TEXT, "", "Name of this JVM in the report. Default: pid@host."),
  REPORT_DIR("report.dir", Type.TEXT, "rowcall-reports", "Directory of reports. Empty: no report."),
  REPORT_INTERVAL(
      "report.interval",
      Type.DURATION,
      "10s",
      "How often the report is rewritten. More often right after the start and before the end."),
  HEADERS("headers", Type.SWITCH, "true", "Adds X-Query-Count and its kin to responses."),
  USER(
      "user",
      Type.SWITCH,
      "true",
      "Records the authenticated user of requests and of slow queries."),
  USER_HEADER("user.header", Type.TEXT, "", "Request header that holds the user. Empty: none."),
  USER_ATTRIBUTE(
      "user.attribute",
      Type.TEXT,
      "",
      "Servlet request attribute that holds the user. Empty: none."),
  REQUEST_METHODS(
      "request.methods",
      Type.METHODS,
      "",
      "Methods whose calls are jobs, in addition to those that are known: `com.acme.Job#run`, or"
          + " `com.acme.Job#*` for all public ones. An interface or a superclass stands for its"
          + " subtypes."),
  SLOW_QUERY("slow-query", Type.DURATION, "200ms", "An execution that takes longer is slow."),
  SLOW_REQUEST("slow-request", Type.DURATION, "1s", "A request that takes longer is slow."),
  N1_REPEATS(
      "n1.repeats",
      Type.COUNT,
      "5",
      "Executions of one statement in one request that make an N+1."),
  N1_CONFIRMED(
      "n1.confirmed-repeats", Type.COUNT, "3", "The same, if a parent query confirms the N+1."),
  DUPLICATES(
      "duplicate.repeats", Type.COUNT, "2", "Executions with equal binds that make a duplicate."),
  TOO_MANY(
      "too-many-queries", Type.COUNT, "50", "A request with more executions has too many queries."),
  LARGE_RESULT(
      "large-result.rows",
      Type.COUNT,
      "1000",
      "Rows of a query without a limit that make a large result."),
  SEQUENTIAL(
      "sequential-queries",
      Type.DURATION,
      "100ms",
      "Time that independent queries must save in parallel to be reported."),
  POOL_WAIT(
      "pool-wait",
      Type.DURATION,
      "50ms",
      "Time that a request must wait for connections to be reported."),
  CONNECTION_HELD(
      "connection-held",
      Type.DURATION,
      "100ms",
      "Idle time of a held connection to be reported, if it is also half of the lease."),
  WARMUP_REQUESTS(
      "warmup.requests",
      Type.COUNT,
      "5",
      "First requests of an endpoint whose latencies do not count. If set, the report also has the"
          + " figures after warm-up, and budgets apply to these."),
  WARMUP(
      "warmup",
      Type.DURATION,
      "1s",
      "The same, for requests that start within this time of the endpoint's first request."),
  EXPLAIN_URL(
      "explain.url",
      Type.TEXT,
      "",
      "JDBC URL on which the agent, over its own connection, explains one statement a minute to"
          + " find missing indexes. Empty: off."),
  EXPLAIN_USER("explain.user", Type.TEXT, "", "User of that connection."),
  EXPLAIN_PASSWORD("explain.password", Type.TEXT, "", "Password of that user."),
  LIVE_PORT(
      "live.port",
      Type.PORT,
      "",
      "Port of the live view: the page, /report.json, /metrics and /healthz. 0: any free one."
          + " Empty: off."),
  LIVE_HOST(
      "live.host",
      Type.TEXT,
      "127.0.0.1",
      "Address that the live view binds to. Others than loopback need live.token."),
  LIVE_TOKEN(
      "live.token",
      Type.TEXT,
      "",
      "Secret that requests to the live view must carry: ?token=… or Authorization: Bearer …"),
  OTLP_ENDPOINT(
      "otlp.endpoint",
      Type.TEXT,
      "",
      "URL of an OpenTelemetry collector, as in http://localhost:4318, to which metrics are sent"
          + " every report.interval. Empty: off."),
  OTLP_SPANS(
      "otlp.spans",
      Type.SWITCH,
      "false",
      "Sends the example requests of findings to the collector as spans, too."),
  JMX("jmx", Type.SWITCH, "false", "Registers the totals as the MBean io.rowcall:type=Totals."),
  LOG_REQUESTS("log.requests", Type.TEXT, "", "File for one JSON line per request. Empty: off."),
  LOG_SLOW_QUERIES(
      "log.slow-queries", Type.TEXT, "", "File for one JSON line per slow query. Empty: off."),
  LOG_LEVEL(
      "log.level",
      Type.LEVEL,
      "warn",
      "What the agent logs to stderr: error, warn, info (adds slow queries), debug."),
  QUIET(
      "quiet",
      Type.SWITCH,
      "false",
      "Suppresses the line on stderr at startup, and the one at the end that says why there are no requests."),
  APPLICATION_PACKAGES(
      "application.packages",
      Type.TEXT,
      "",
      "Packages, separated by colons, whose frames are call sites, in addition to the code loaded"
          + " from the application's own directory or jar."),
  LIBRARY_PACKAGES(
      "library.packages",
      Type.TEXT,
      "",
      "Packages, separated by colons, whose frames are not call sites. The longest matching prefix"
          + " wins."),
  CONFIG("config", Type.TEXT, "rowcall.properties", "File with these settings. It may be missing.");

  private static final int MAX_PORT = 65_535;

  /** Type of a value, and how messages describe it. */
  enum Type {
    SWITCH("true or false"),
    COUNT("a whole number of 1 or more"),
    DURATION("a number with ms, s, m or h"),
    PORT("a port number"),
    LEVEL("error, warn, info or debug"),
    METHODS("package.Class#method or package.Class#*, separated by commas"),
    TEXT("a text");

    final String expected;

    Type(String expected) {
      this.expected = expected;
    }
  }

  final String key;
  final Type type;
  final String defaultValue;
  final String meaning;

  Setting(String key, Type type, String defaultValue, String meaning) {
    this.key = key;
    this.type = type;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** The setting with this key, or null. */
  static @Nullable Setting of(String key) {
    for (Setting setting : values()) {
      if (setting.key.equals(key)) {
        return setting;
      }
    }
    return null;
  }

  /** The setting that this environment variable sets, or null. */
  static @Nullable Setting ofEnvironmentVariable(String name) {
    for (Setting setting : values()) {
      if (setting.environmentVariable().equals(name)) {
        return setting;
      }
    }
    return null;
  }

  /** The key that is most similar to a misspelled one. */
  static String nearestKey(String key) {
    String nearest = "";
    int smallest = Integer.MAX_VALUE;
    for (Setting setting : values()) {
      int distance = EditDistance.between(key, setting.key);
      if (distance < smallest) {
        smallest = distance;
        nearest = setting.key;
      }
    }
    return nearest;
  }

  /** The environment variable that is most similar to a misspelled one. */
  static String nearestEnvironmentVariable(String name) {
    String nearest = "";
    int smallest = Integer.MAX_VALUE;
    for (Setting setting : values()) {
      int distance = EditDistance.between(name, setting.environmentVariable());
      if (distance < smallest) {
        smallest = distance;
        nearest = setting.environmentVariable();
      }
    }
    return nearest;
  }

  /** The key as users write it. */
  public String key() {
    return key;
  }

  /** {@code ROWCALL_SLOW_QUERY} for {@code slow-query}. */
  String environmentVariable() {
    StringBuilder name = new StringBuilder("ROWCALL_");
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      name.append(c == '.' || c == '-' ? '_' : Character.toUpperCase(c));
    }
    return name.toString();
  }

  boolean accepts(String value) {
    switch (type) {
      case SWITCH:
        return value.equals("true") || value.equals("false");
      case COUNT:
        return UnitParser.wholeNumber(value) >= 1;
      case DURATION:
        return UnitParser.nanos(value) > 0;
      case PORT:
        long port = UnitParser.wholeNumber(value);
        return value.isEmpty() || (port >= 0 && port <= MAX_PORT);
      case LEVEL:
        return value.equals("error")
            || value.equals("warn")
            || value.equals("info")
            || value.equals("debug");
      case METHODS:
        return MethodPattern.parse(value) != null;
      default:
        return true;
    }
  }

  /** Whether the value is or may contain a password. It is never printed. */
  boolean isSecret() {
    return this == EXPLAIN_URL
        || this == EXPLAIN_PASSWORD
        || this == LIVE_TOKEN
        || this == OTLP_ENDPOINT;
  }

  /** Whether a value may contain a comma. */
  boolean isText() {
    return type == Type.TEXT || type == Type.METHODS;
  }

  /**
   * Whether users paste the value as it is: a URL, a user, a password. In agent arguments, only the
   * exact key of another setting ends it.
   */
  boolean isVerbatim() {
    return this == EXPLAIN_URL || this == EXPLAIN_USER || this == EXPLAIN_PASSWORD;
  }
}
