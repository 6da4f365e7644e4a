package io.rowcall.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A test, or another stretch of work, that the agent counts as a request until it is ended. */
final class Recording {
  private final Callable<Map<String, Object>> end;

  Recording(Callable<Map<String, Object>> end) {
    this.end = end;
  }

  /** Ends it, on the thread that began it, and gives its queries. */
  Queries end() {
    Map<String, Object> told;
    try {
      told = end.call();
    } catch (Exception fault) {
      throw new IllegalStateException("Rowcall's agent cannot tell what it has counted", fault);
    }
    List<ExecutedStatement> statements = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Object each : list(told, "requests")) {
      Map<?, ?> request = (Map<?, ?>) each;
      String endpoint = text(request, "endpoint");
      for (Object statement : list(request, "statements")) {
        statements.add(statement(endpoint, (Map<?, ?>) statement));
      }
      for (Object finding : list(request, "findings")) {
        findings.add(finding(endpoint, (Map<?, ?>) finding));
      }
    }
    return new Queries(
        statements, findings, (int) number(told, "doubtful"), (int) number(told, "missing"));
  }

  private static ExecutedStatement statement(String endpoint, Map<?, ?> of) {
    List<CallSite> sites = new ArrayList<>();
    ((Map<?, ?>) value(of, "sites"))
        .forEach(
            (frames, executions) ->
                sites.add(new CallSite(List.of((StackTraceElement[]) frames), (Long) executions)));
    return new ExecutedStatement(
        endpoint,
        text(of, "sql"),
        text(of, "kind"),
        number(of, "executions"),
        number(of, "rows"),
        sites);
  }

  private static Finding finding(String endpoint, Map<?, ?> of) {
    var parentSite = (StackTraceElement @Nullable []) of.get("parentSite");
    return new Finding(
        text(of, "class"),
        text(of, "verdict"),
        text(of, "sentence"),
        endpoint,
        (String) of.get("sql"),
        (String) of.get("parent"),
        number(of, "parentRows"),
        parentSite == null ? null : CallSite.place(parentSite[0]));
  }

  private static Object value(Map<?, ?> of, String key) {
    return Objects.requireNonNull(of.get(key), key);
  }

  private static String text(Map<?, ?> of, String key) {
    return (String) value(of, key);
  }

  private static long number(Map<?, ?> of, String key) {
    return ((Number) value(of, key)).longValue();
  }

  private static List<?> list(Map<?, ?> of, String key) {
    return (List<?>) value(of, key);
  }
}
