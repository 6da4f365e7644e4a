package io.rowcall.sample.load;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** What the agent reports of every endpoint, where the agent was built before this module. */
class AgentCountsTest {

  private static final Path AGENT = Path.of("../agent/agent/target/rowcall-agent.jar");

  @TempDir private Path folder;

  @Test
  void reportsTheFormulaOfEveryEndpointInBothForms() throws Exception {
    assumeTrue(Files.isRegularFile(AGENT), "the agent is not built");
    Path reports = folder.resolve("reports");
    List<Executable> headers = new ArrayList<>();
    try (Service service =
        Service.start(folder.resolve("app"), AGENT, List.of("--data=small"), Map.of())) {
      var client = new Client(service.port());
      for (Endpoint endpoint : Endpoint.values()) {
        for (Form form : Form.values()) {
          client.send(new Call("POST", "/api/cache/clear", Map.of(), ""));
          Sample sample = client.send(endpoint.call(form, visit(endpoint, form)));
          headers.add(() -> assertCount(endpoint, form, sample.executions(), "header"));
        }
      }
      service.stop();
      service.collectReports(reports);
    }
    AgentReport report = AgentReport.read(reports);
    for (Endpoint endpoint : Endpoint.values()) {
      for (Form form : Form.values()) {
        headers.add(
            () -> assertCount(endpoint, form, executions(report.seen(endpoint, form)), "report"));
      }
    }
    assertAll(headers);
  }

  @Test
  void reportsTheHitsOfWhatIsAskedAgain() throws Exception {
    assumeTrue(Files.isRegularFile(AGENT), "the agent is not built");
    Path reports = folder.resolve("reports");
    List<Endpoint> cached =
        Stream.of(Endpoint.values())
            .filter(each -> each.cached() && each.executionsAgain(Volumes.SMALL) == 0)
            .toList();
    List<Executable> headers = new ArrayList<>();
    try (Service service =
        Service.start(folder.resolve("app"), AGENT, List.of("--data=small"), Map.of())) {
      var client = new Client(service.port());
      for (Endpoint endpoint : cached) {
        client.send(new Call("POST", "/api/cache/clear", Map.of(), ""));
        Call call = endpoint.call(Form.OPTIMIZED, visit(endpoint, Form.OPTIMIZED));
        String label = endpoint.label(Form.OPTIMIZED);
        Sample first = client.send(call);
        Sample again = client.send(call);
        headers.add(() -> assertFalse(first.cacheHit(), label));
        headers.add(() -> assertTrue(again.cacheHit(), label));
        headers.add(() -> assertEquals(OptionalInt.of(0), again.executions(), label));
      }
      service.stop();
      service.collectReports(reports);
    }
    assertAll(headers);
    AgentReport report = AgentReport.read(reports);
    for (Endpoint endpoint : cached) {
      long[] lookups = report.lookups(endpoint, Form.OPTIMIZED);
      // A first visit misses, and may find what it shares with other pages; the second only hits.
      assertTrue(
          lookups[1] > 0 && lookups[0] >= lookups[1],
          () -> endpoint.label(Form.OPTIMIZED) + ": " + Arrays.toString(lookups));
    }
    assertEquals(List.of("TieredCache.first"), report.caches());
  }

  private static OptionalInt executions(Optional<AgentStats> seen) {
    return seen.isEmpty() ? OptionalInt.empty() : OptionalInt.of(seen.get().mostExecutions());
  }

  private static void assertCount(Endpoint endpoint, Form form, OptionalInt count, String where) {
    assertEquals(
        OptionalInt.of(endpoint.executions(form, Volumes.SMALL)),
        count,
        () -> endpoint.label(form) + ", " + where);
  }

  /**
   * The hot user; another one where the baseline has already saved what the optimized form would
   * find to be new.
   */
  private static Visit visit(Endpoint endpoint, Form form) {
    boolean writesOnRead = endpoint == Endpoint.RECOMMENDATIONS;
    return new Visit(writesOnRead && form == Form.OPTIMIZED ? 1 : 0, 1, form.ordinal() + 1);
  }
}
