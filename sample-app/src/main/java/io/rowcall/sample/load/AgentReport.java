package io.rowcall.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
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

  /** Executions of the endpoint's most expensive request. */
  OptionalInt mostExecutions(Endpoint endpoint, Form form) {
    return reports.stream()
        .flatMap(report -> stream(report.path("endpoints")))
        .filter(each -> names(endpoint, form, each.path("name").asText()))
        .mapToInt(each -> each.path("executions").path("max").asInt())
        .max();
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

  /**
   * Findings at the endpoint; empty when there is no report.
   *
   * @param classes what the finding's class begins with; empty for all
   */
  OptionalLong findings(Endpoint endpoint, Form form, String classes) {
    if (isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        reports.stream()
            .flatMap(report -> stream(report.path("findings")))
            .filter(each -> names(endpoint, form, each.path("endpoint").asText()))
            .filter(each -> each.path("class").asText().startsWith(classes))
            .count());
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
