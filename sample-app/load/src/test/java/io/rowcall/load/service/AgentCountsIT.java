package io.rowcall.load.service;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;
import io.rowcall.sample.data.Volumes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The agent reports the exact executions and cache hits of every endpoint. */
class AgentCountsIT {

  private static final Path AGENT = Path.of("../../agent/agent/target/rowcall-agent.jar");

  @TempDir private Path folder;

  @Test
  void reportsTheExecutionsOfEveryEndpointInBothForms() throws Exception {
    assertTrue(Files.isRegularFile(AGENT), "build the agent first: " + AGENT);
    Path reports = folder.resolve("reports");
    List<Executable> checks = new ArrayList<>();
    try (Service service =
        Service.start(folder.resolve("app"), AGENT, List.of("--data=small"), Map.of())) {
      var client = new Client(service.port());
      for (Endpoint endpoint : Endpoint.values()) {
        for (Form form : Form.values()) {
          client.send(new Call("POST", "/api/cache/clear", Map.of(), ""));
          Sample sample = client.send(endpoint.call(form, visit(endpoint, form)));
          checks.add(() -> assertCount(endpoint, form, sample.executions(), "header"));
        }
      }
      service.stop();
      service.collectReports(reports);
    }
    AgentReport report = AgentReport.read(reports);
    for (Endpoint endpoint : Endpoint.values()) {
      for (Form form : Form.values()) {
        checks.add(
            () -> assertCount(endpoint, form, executions(report.stats(endpoint, form)), "report"));
      }
    }
    assertAll(checks);
  }

  @Test
  void reportsTheHitsOfRepeatedRequests() throws Exception {
    assertTrue(Files.isRegularFile(AGENT), "build the agent first: " + AGENT);
    Path reports = folder.resolve("reports");
    List<Endpoint> cached =
        Stream.of(Endpoint.values())
            .filter(each -> each.cached() && each.executionsAgain(Volumes.SMALL) == 0)
            .toList();
    List<Executable> checks = new ArrayList<>();
    try (Service service =
        Service.start(folder.resolve("app"), AGENT, List.of("--data=small"), Map.of())) {
      var client = new Client(service.port());
      for (Endpoint endpoint : cached) {
        client.send(new Call("POST", "/api/cache/clear", Map.of(), ""));
        Call call = endpoint.call(Form.OPTIMIZED, visit(endpoint, Form.OPTIMIZED));
        String label = endpoint.label(Form.OPTIMIZED);
        Sample first = client.send(call);
        Sample again = client.send(call);
        checks.add(() -> assertFalse(first.cacheHit(), label));
        checks.add(() -> assertTrue(again.cacheHit(), label));
        checks.add(() -> assertEquals(OptionalInt.of(0), again.executions(), label));
      }
      service.stop();
      service.collectReports(reports);
    }
    assertAll(checks);
    AgentReport report = AgentReport.read(reports);
    for (Endpoint endpoint : cached) {
      long[] lookups = report.lookups(endpoint, Form.OPTIMIZED);
      // A first visit misses, except for entries shared with other pages; an event misses twice,
      // its
      // page and its plan. The second visit only hits.
      int missesOfAVisit = endpoint == Endpoint.EVENT ? 2 : 1;
      assertTrue(
          lookups[1] > 0 && lookups[0] * missesOfAVisit >= lookups[1],
          () -> endpoint.label(Form.OPTIMIZED) + ": " + Arrays.toString(lookups));
    }
    assertEquals(List.of("FirstTier.entries"), report.caches());
  }

  private static OptionalInt executions(Optional<AgentStats> stats) {
    return stats.isEmpty() ? OptionalInt.empty() : OptionalInt.of(stats.get().mostExecutions());
  }

  private static void assertCount(Endpoint endpoint, Form form, OptionalInt count, String where) {
    assertEquals(
        OptionalInt.of(endpoint.executions(form, Volumes.SMALL)),
        count,
        () -> endpoint.label(form) + ", " + where);
  }

  /**
   * Returns a visit of the hot user, or of another user where the baseline has already stored what
   * the optimized form would store.
   */
  private static Visit visit(Endpoint endpoint, Form form) {
    boolean writesOnRead = endpoint == Endpoint.RECOMMENDATIONS;
    return new Visit(writesOnRead && form == Form.OPTIMIZED ? 1 : 0, 1, form.ordinal() + 1);
  }
}
