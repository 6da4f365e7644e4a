package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.core.config.Config;
import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.record.Script;
import io.rowcall.core.sql.Dialect;
import java.io.File;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/** Findings of requests that a test describes. */
final class Findings {
  private Findings() {}

  /** Keys and verdicts of the findings that a request shows. */
  static List<String> of(Consumer<Story> request) {
    return List.copyOf(Scenario.of("").request(request).found());
  }

  /** The only finding of some equal requests. */
  static FindingStats only(int requests, Consumer<Story> request) {
    return only(Scenario.of("").requests(requests, request).findings());
  }

  static FindingStats only(Consumer<Story> request) {
    return only(1, request);
  }

  /** The only finding of a request that executes through the hooks. */
  static FindingStats recorded(Runnable executions) {
    var config = Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
    var script = new Script(config, new DeferredRecorder(config));
    script.request("/recorded", executions);
    return only(List.copyOf(script.figures().findings()));
  }

  /** The findings of a request about its connections, repeated after the warm-up. */
  static List<FindingStats> ofConnections(int warmRequests, Consumer<Story> request) {
    var config =
        Config.read("config=none.properties", new Properties(), Map.of(), new File("/nowhere"));
    var detector = new Detector(new Checks(config));
    var groups = new StatementGroups();
    var requests = new Requests(warmRequests);
    var findings = new LinkedHashMap<Check, FindingStats>();
    for (int i = 0; i < warmRequests; i++) {
      var story = new Story("/connections", new HashMap<>(), 0);
      request.accept(story);
      var ended = story.ends();
      groups.load(ended);
      for (Detection detection : detector.detect(ended, groups)) {
        findings
            .computeIfAbsent(
                detection.check, key -> FindingStats.of(detection, "GET /connections", requests))
            .add(detection, ended.endNanos - ended.startNanos, false);
      }
    }
    return List.copyOf(findings.values());
  }

  private record Requests(long requests) implements EndpointRequests {
    @Override
    public long warmRequests() {
      return requests;
    }

    @Override
    public long warmRequestsWithConnection() {
      return requests;
    }
  }

  static FindingStats only(List<FindingStats> findings) {
    assertEquals(1, findings.size(), () -> findings.stream().map(f -> f.check.key()).toList() + "");
    return findings.get(0);
  }

  static FindingText text(FindingStats finding) {
    return FindingText.of(finding, Dialect.POSTGRESQL);
  }

  static String sentence(Consumer<Story> request) {
    return text(only(request)).sentence;
  }
}
