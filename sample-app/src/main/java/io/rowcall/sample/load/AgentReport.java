package io.rowcall.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the agent's JSON reports in one folder say about the endpoints of the app. */
final class AgentReport {

  private final List<JsonNode> reports;

  private AgentReport(List<JsonNode> reports) {
    this.reports = reports;
  }

  /** Reads every report of the folder; none is fine. */
  static AgentReport read(Path folder) throws IOException {
    List<JsonNode> reports = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      var json = new ObjectMapper();
      try (var files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
          JsonNode report = json.readTree(file.toFile());
          if (report.path("schema").asText().startsWith("rowcall-report/")) {
            reports.add(report);
          }
        }
      }
    }
    return new AgentReport(reports);
  }

  boolean isEmpty() {
    return reports.isEmpty();
  }

  /** What they say of the endpoint; empty when there is no report, or none that names it. */
  Optional<AgentStats> seen(Endpoint endpoint, Form form) {
    long requests = 0;
    int most = 0;
    long executions = 0;
    double millis = 0;
    for (JsonNode each : entries("endpoints", "name", endpoint, form)) {
      requests += each.path("requests").asLong();
      most = Math.max(most, each.path("executions").path("max").asInt());
      executions += each.path("executions").path("total").asLong();
      millis += each.path("databaseMillis").asDouble();
    }
    if (requests == 0) {
      return Optional.empty();
    }
    List<JsonNode> findings = entries("findings", "endpoint", endpoint, form);
    long nPlusOne =
        findings.stream().filter(each -> each.path("class").asText().startsWith("n+1")).count();
    return Optional.of(
        new AgentStats(requests, most, executions, millis, findings.size(), nPlusOne));
  }

  /** Keys that the endpoint's requests found in caches, and keys that they did not. */
  long[] lookups(Endpoint endpoint, Form form) {
    long[] sums = new long[2];
    reports.stream()
        .flatMap(report -> stream(report.path("endpoints")))
        .filter(each -> names(endpoint, form, each.path("name").asText()))
        .forEach(
            each -> {
              sums[0] += each.path("cacheHits").asLong();
              sums[1] += each.path("cacheMisses").asLong();
            });
    return sums;
  }

  /** The names of all caches. */
  List<String> caches() {
    return reports.stream()
        .flatMap(report -> stream(report.path("caches")))
        .map(each -> each.path("name").asText())
        .toList();
  }

  /** Statements of which one execution took as long as this, or longer. */
  long statementsOver(double millis) {
    return reports.stream()
        .flatMap(report -> stream(report.path("statements")))
        .filter(each -> each.path("latencyMillis").path("max").asDouble() >= millis)
        .count();
  }

  private List<JsonNode> entries(String list, String nameKey, Endpoint endpoint, Form form) {
    return reports.stream()
        .flatMap(report -> stream(report.path(list)))
        .filter(each -> names(endpoint, form, each.path(nameKey).asText()))
        .toList();
  }

  /**
   * Whether a report means this endpoint: it may name a part of the path that varies in its own
   * way.
   */
  private static boolean names(Endpoint endpoint, Form form, String name) {
    String[] wanted = endpoint.label(form).split("/", -1);
    String[] given = name.split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
