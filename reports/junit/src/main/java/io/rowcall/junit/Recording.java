package io.rowcall.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A test or block of code that the agent counts as one request. Must end on the same thread. */
final class Recording {
  private final Callable<Map<String, Object>> stop;

  Recording(Callable<Map<String, Object>> stop) {
    this.stop = stop;
  }

  /** Ends the recording and returns its queries. */
  Queries end() {
    Map<String, Object> result;
    try {
      result = stop.call();
    } catch (Exception failure) {
      throw new IllegalStateException("The Rowcall agent failed to return its counts", failure);
    }
    List<ExecutedStatement> statements = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Object each : list(result, "requests")) {
      Map<?, ?> request = (Map<?, ?>) each;
      String endpoint = text(request, "endpoint");
      for (Object statement : list(request, "statements")) {
        statements.add(statement(endpoint, (Map<?, ?>) statement));
      }
      for (Object finding : list(request, "findings")) {
        findings.add(finding(endpoint, (Map<?, ?>) finding));
      }
    }
    return new Queries(statements, findings, number(result, "doubtful"), number(result, "missing"));
  }

  private static ExecutedStatement statement(String endpoint, Map<?, ?> map) {
    List<CallSite> sites = new ArrayList<>();
    ((Map<?, ?>) value(map, "sites"))
        .forEach(
            (frames, executions) ->
                sites.add(new CallSite(List.of((StackTraceElement[]) frames), (Long) executions)));
    return new ExecutedStatement(
        endpoint,
        text(map, "sql"),
        text(map, "kind"),
        number(map, "executions"),
        number(map, "rows"),
        sites);
  }

  private static Finding finding(String endpoint, Map<?, ?> map) {
    var parentSite = (StackTraceElement @Nullable []) map.get("parentSite");
    return new Finding(
        text(map, "class"),
        text(map, "verdict"),
        text(map, "sentence"),
        endpoint,
        (String) map.get("sql"),
        (String) map.get("parent"),
        number(map, "parentRows"),
        parentSite == null ? null : CallSite.place(parentSite[0]));
  }

  private static Object value(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static String text(Map<?, ?> map, String key) {
    return (String) value(map, key);
  }

  private static long number(Map<?, ?> map, String key) {
    return ((Number) value(map, key)).longValue();
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return (List<?>) value(map, key);
  }
}
