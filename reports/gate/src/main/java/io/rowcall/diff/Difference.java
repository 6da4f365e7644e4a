package io.rowcall.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.read.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Difference between two runs. Serialized as the JSON of {@code rowcall diff --json}.
 *
 * <p>Immutable.
 */
@JsonPropertyOrder({"base", "new", "endpoints", "findings", "statements"})
public record Difference(
    Side base,
    @JsonProperty("new") Side current,
    List<EndpointChange> endpoints,
    List<FindingChange> findings,
    List<StatementChange> statements) {

  /** Totals of one run. */
  @JsonPropertyOrder({"service", "requests", "queries", "queriesPerRequest"})
  public record Side(String service, long requests, long queries, double queriesPerRequest) {
    static Side of(Report report) {
      long queries = report.totals.executions - report.totals.unattributedExecutions;
      return new Side(
          report.run.service,
          report.totals.requests,
          queries,
          (double) queries / Math.max(1, report.totals.requests));
    }
  }

  /**
   * Compares two merged reports.
   *
   * @throws ReportException if a histogram is damaged
   */
  public static Difference between(Report base, Report current) throws ReportException {
    return new Difference(
        Side.of(base),
        Side.of(current),
        endpoints(base, current),
        findings(base, current),
        statements(base, current));
  }

  private static List<EndpointChange> endpoints(Report base, Report current)
      throws ReportException {
    var before = index(base.endpoints, e -> e.name);
    var after = index(current.endpoints, e -> e.name);
    var changes = new ArrayList<EndpointChange>();
    for (String name : union(before, after)) {
      changes.add(EndpointChange.of(before.get(name), after.get(name)));
    }
    changes.sort(
        Comparator.comparing(EndpointChange::change)
            .thenComparing(Comparator.comparingLong(EndpointChange::magnitude).reversed())
            .thenComparing(EndpointChange::endpoint));
    return changes;
  }

  private static List<FindingChange> findings(Report base, Report current) {
    var duplicates = new TreeSet<String>();
    for (List<Finding> all : List.of(base.findings, current.findings)) {
      var seen = new TreeSet<String>();
      all.stream().filter(f -> !seen.add(f.id)).forEach(f -> duplicates.add(f.id));
    }
    Function<Finding, String> key = f -> duplicates.contains(f.id) ? f.id + statement(f) : f.id;
    var before = index(base.findings, key);
    var after = index(current.findings, key);
    var changes = new ArrayList<FindingChange>();
    for (String id : union(before, after)) {
      changes.add(FindingChange.of(before.get(id), after.get(id)));
    }
    changes.sort(
        Comparator.comparing(FindingChange::change)
            .thenComparing(FindingChange::endpoint)
            .thenComparing(FindingChange::id));
    return changes;
  }

  /** Distinguishes findings with the same id, whose statements differ only in their columns. */
  private static String statement(Finding finding) {
    return finding.statement == null ? "" : '\n' + finding.statement.id;
  }

  private static List<StatementChange> statements(Report base, Report current) {
    var before = index(base.statements, s -> s.id);
    var after = index(current.statements, s -> s.id);
    var baseMax = maxPerRequest(base);
    var newMax = maxPerRequest(current);
    var changes = new ArrayList<StatementChange>();
    for (String id : union(before, after)) {
      changes.add(
          StatementChange.of(
              before.get(id),
              after.get(id),
              baseMax.getOrDefault(id, 0L),
              newMax.getOrDefault(id, 0L)));
    }
    changes.sort(
        Comparator.comparing(StatementChange::change)
            .thenComparing(Comparator.comparingLong(StatementChange::magnitude).reversed())
            .thenComparing(StatementChange::id));
    return changes;
  }

  private static Map<String, Long> maxPerRequest(Report report) {
    var maxima = new HashMap<String, Long>();
    for (var endpoint : report.endpoints) {
      endpoint.statements.forEach(share -> maxima.merge(share.id, share.perRequestMax, Math::max));
    }
    return maxima;
  }

  private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, item -> item, (a, b) -> a, TreeMap::new));
  }

  private static TreeSet<String> union(Map<String, ?> a, Map<String, ?> b) {
    var keys = new TreeSet<>(a.keySet());
    keys.addAll(b.keySet());
    return keys;
  }
}
