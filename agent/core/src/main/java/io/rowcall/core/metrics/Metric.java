package io.rowcall.core.metrics;

/** Table of all metrics: name, type, labels, and the meaning that the documentation prints. */
public enum Metric {
  AGENT("rowcall_agent_info", "info", "version, service", "Version of the agent; always 1."),
  REQUEST_DURATION(
      "rowcall_request_duration_seconds", "histogram", "endpoint", "Duration of requests."),
  REQUEST_EXECUTIONS(
      "rowcall_request_executions", "histogram", "endpoint", "Executions per request."),
  REQUEST_ERRORS("rowcall_request_errors_total", "counter", "endpoint", "Failed requests."),
  DATABASE_TIME(
      "rowcall_database_seconds_total", "counter", "endpoint", "Time that requests executed."),
  OPEN_REQUESTS("rowcall_open_requests", "gauge", "", "Requests in flight."),
  EXECUTIONS(
      "rowcall_executions_total",
      "counter",
      "origin",
      "All executions: by a `request`, `outside` of requests, or `late`, after the request's end."),
  EXECUTION_ERRORS("rowcall_execution_errors_total", "counter", "", "Executions that threw."),
  ROWS("rowcall_rows_total", "counter", "", "Rows read."),
  SLOW_QUERIES("rowcall_slow_queries_total", "counter", "", "Executions over the threshold."),
  SLOW_REQUESTS("rowcall_slow_requests_total", "counter", "", "Requests over the threshold."),
  FINDINGS("rowcall_findings", "gauge", "class, verdict", "Findings so far."),
  FINDING_REQUESTS(
      "rowcall_finding_requests_total",
      "counter",
      "class, endpoint",
      "Requests with a finding, added up over the findings."),
  AVOIDABLE_EXECUTIONS(
      "rowcall_avoidable_executions_total",
      "counter",
      "class, endpoint",
      "Executions that fixing the findings would save."),
  CACHE_LOOKUPS(
      "rowcall_cache_lookups_total",
      "counter",
      "cache, kind, result",
      "Keys looked up; the result is `hit` or `miss`."),
  CACHE_ENTRIES("rowcall_cache_entries", "gauge", "cache, kind", "Entries, where they are known."),
  CACHE_EVICTIONS("rowcall_cache_evictions_total", "counter", "cache, kind", "Evicted entries."),
  POOL_CONNECTIONS(
      "rowcall_pool_connections",
      "gauge",
      "pool, kind, state",
      "Connections; the state is `active` or `idle`."),
  POOL_MAX("rowcall_pool_max_connections", "gauge", "pool, kind", "Size of the pool, if known."),
  POOL_WAITING("rowcall_pool_waiting_threads", "gauge", "pool, kind", "Threads that wait now."),
  POOL_WAIT(
      "rowcall_pool_wait_seconds", "summary", "pool, kind", "Waits for a connection, also of 0."),
  DROPPED(
      "rowcall_dropped_total",
      "counter",
      "what",
      "What is incomplete: `requests`, `log_lines`, and beyond a limit `endpoints`, `statements`,"
          + " `findings`."),
  SUPPRESSED_ERRORS(
      "rowcall_suppressed_errors_total",
      "counter",
      "",
      "Errors of Rowcall that were kept from the application.");

  /** Name in the query language, with the suffix of counters and infos. */
  public final String name;

  public final String type;
  public final String labels;
  public final String meaning;

  Metric(String name, String type, String labels, String meaning) {
    this.name = name;
    this.type = type;
    this.labels = labels;
    this.meaning = meaning;
  }

  /** The name without the suffix, which the library adds. */
  String baseName() {
    String suffix = type.equals("counter") ? "_total" : type.equals("info") ? "_info" : "";
    return name.substring(0, name.length() - suffix.length());
  }

  /** The meaning without Markdown. */
  String help() {
    return meaning.replace("`", "");
  }

  /** The table of metrics as Markdown, for {@code agent/docs/live.md}. */
  public static String table() {
    StringBuilder text =
        new StringBuilder("| metric | type | labels | meaning |\n|---|---|---|---|\n");
    for (Metric metric : values()) {
      text.append("| `").append(metric.name).append("` | ").append(metric.type).append(" | ");
      text.append(metric.labels).append(" | ").append(metric.meaning).append(" |\n");
    }
    return text.toString();
  }
}
