package io.rowcall.cli.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a run does otherwise than another; what both do alike is left out, but counted. */
@JsonPropertyOrder({"base", "new", "endpoints", "findings", "statements"})
record Difference(
    Side base,
    @JsonProperty("new") Side now,
    List<EndpointChange> endpoints,
    List<FindingChange> findings,
    List<StatementChange> statements) {

  /** A run as a whole. */
  @JsonPropertyOrder({"service", "requests", "queries", "queriesPerRequest"})
  record Side(String service, long requests, long queries, double queriesPerRequest) {
    static Side of(Report report) {
      long queries = report.totals.executions - report.totals.unattributedExecutions;
      return new Side(
          report.run.service,
          report.totals.requests,
          queries,
          (double) queries / Math.max(1, report.totals.requests));
    }
  }

  static Difference of(Report base, Report now) throws ReportException {
    return new Difference(
        Side.of(base),
        Side.of(now),
        endpoints(base, now),
        findings(base, now),
        statements(base, now));
  }

  private static List<EndpointChange> endpoints(Report base, Report now) throws ReportException {
    var before = index(base.endpoints, e -> e.name);
    var after = index(now.endpoints, e -> e.name);
    var changes = new ArrayList<EndpointChange>();
    for (String name : names(before, after)) {
      changes.add(EndpointChange.of(before.get(name), after.get(name)));
    }
    changes.sort(
        Comparator.comparing(EndpointChange::change)
            .thenComparing(Comparator.comparingLong(EndpointChange::size).reversed())
            .thenComparing(EndpointChange::endpoint));
    return changes;
  }

  private static List<FindingChange> findings(Report base, Report now) {
    var several = new TreeSet<String>();
    for (List<Finding> all : List.of(base.findings, now.findings)) {
      var seen = new TreeSet<String>();
      all.stream().filter(f -> !seen.add(f.id)).forEach(f -> several.add(f.id));
    }
    Function<Finding, String> key = f -> several.contains(f.id) ? f.id + statement(f) : f.id;
    var before = index(base.findings, key);
    var after = index(now.findings, key);
    var changes = new ArrayList<FindingChange>();
    for (String id : names(before, after)) {
      changes.add(FindingChange.of(before.get(id), after.get(id)));
    }
    changes.sort(
        Comparator.comparing(FindingChange::change)
            .thenComparing(FindingChange::endpoint)
            .thenComparing(FindingChange::id));
    return changes;
  }

  /** Tells findings apart whose statements differ in their columns alone. */
  private static String statement(Finding finding) {
    return finding.statement == null ? "" : '\n' + finding.statement.id;
  }

  private static List<StatementChange> statements(Report base, Report now) {
    var before = index(base.statements, s -> s.id);
    var after = index(now.statements, s -> s.id);
    var baseMost = mostInOneRequest(base);
    var newMost = mostInOneRequest(now);
    var changes = new ArrayList<StatementChange>();
    for (String id : names(before, after)) {
      changes.add(
          StatementChange.of(
              before.get(id),
              after.get(id),
              baseMost.getOrDefault(id, 0L),
              newMost.getOrDefault(id, 0L)));
    }
    changes.sort(
        Comparator.comparing(StatementChange::change)
            .thenComparing(Comparator.comparingLong(StatementChange::size).reversed())
            .thenComparing(StatementChange::id));
    return changes;
  }

  private static Map<String, Long> mostInOneRequest(Report report) {
    var most = new HashMap<String, Long>();
    for (var endpoint : report.endpoints) {
      endpoint.statements.forEach(share -> most.merge(share.id, share.perRequestMax, Math::max));
    }
    return most;
  }

  private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, one -> one, (a, b) -> a, TreeMap::new));
  }

  private static TreeSet<String> names(Map<String, ?> a, Map<String, ?> b) {
    var names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    return names;
  }
}
