package io.rowcall.load.service;

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

/** The agent's JSON reports in one folder, by endpoint of the app. */
public final class AgentReport {

  private final List<JsonNode> reports;

  private AgentReport(List<JsonNode> reports) {
    this.reports = reports;
  }

  /** Reads every report in the folder; there may be none. */
  public static AgentReport read(Path folder) throws IOException {
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

  public boolean isEmpty() {
    return reports.isEmpty();
  }

  /** Returns the figures of an endpoint; empty if no report names it. */
  public Optional<AgentStats> stats(Endpoint endpoint, Form form) {
    long requests = 0;
    int maxExecutions = 0;
    long executions = 0;
    double millis = 0;
    for (JsonNode each : entries("endpoints", "name", endpoint, form)) {
      requests += each.path("requests").asLong();
      maxExecutions = Math.max(maxExecutions, each.path("executions").path("max").asInt());
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
        new AgentStats(requests, maxExecutions, executions, millis, findings.size(), nPlusOne));
  }

  /** Returns the cache hits and misses of an endpoint's requests. */
  long[] lookups(Endpoint endpoint, Form form) {
    long[] sums = new long[2];
    reports.stream()
        .flatMap(report -> stream(report.path("endpoints")))
        .filter(each -> matches(endpoint, form, each.path("name").asText()))
        .forEach(
            each -> {
              sums[0] += each.path("cacheHits").asLong();
              sums[1] += each.path("cacheMisses").asLong();
            });
    return sums;
  }

  /** Returns the names of all caches. */
  public List<String> caches() {
    return reports.stream()
        .flatMap(report -> stream(report.path("caches")))
        .map(each -> each.path("name").asText())
        .toList();
  }

  /** Counts statements whose slowest execution took at least this long. */
  public long statementsSlowerThan(double millis) {
    return reports.stream()
        .flatMap(report -> stream(report.path("statements")))
        .filter(each -> each.path("latencyMillis").path("max").asDouble() >= millis)
        .count();
  }

  private List<JsonNode> entries(String list, String nameKey, Endpoint endpoint, Form form) {
    return reports.stream()
        .flatMap(report -> stream(report.path(list)))
        .filter(each -> matches(endpoint, form, each.path(nameKey).asText()))
        .toList();
  }

  /** Compares by segment: a report may use its own name for a variable part of the path. */
  private static boolean matches(Endpoint endpoint, Form form, String name) {
    String[] expected = endpoint.label(form).split("/", -1);
    String[] actual = name.split("/", -1);
    if (expected.length != actual.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (!expected[i].startsWith("{") && !expected[i].equals(actual[i])) {
        return false;
      }
    }
    return true;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
