package io.rowcall.sample.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten instances under load: Prometheus and merged reports give what the clients have counted. */
@Tag("compat")
final class TenInstancesIT {
  private static final int INSTANCES = 10;
  private static final int CLIENTS = 4;
  private static final List<String> PATHS =
      List.of(
          "/baseline/api/my-500?page=1",
          "/api/my-500?page=1",
          "/baseline/api/meetings/list?page=1",
          "/api/meetings/list?page=1");

  @TempDir private Path folder;

  @Test
  void bothGiveTheTotalsThatTheClientsCounted() throws Exception {
    assumeTrue(ScrapedInstances.canRun(), "Prometheus is not installed");
    Jars.requireBuilt();
    var services = new ArrayList<SampleService>();
    try {
      for (int i = 0; i < INSTANCES; i++) {
        services.add(
            SampleService.start(folder.resolve("instance-" + i), List.of(), "=live.port=0"));
      }
      var ports = services.stream().map(SampleService::livePort).toList();
      try (var prometheus = new ScrapedInstances(folder.resolve("prometheus"), ports)) {
        load(services);
        long requests = services.stream().mapToLong(SampleService::requests).sum();
        long queries = services.stream().mapToLong(SampleService::queries).sum();
        assertEquals((long) INSTANCES * CLIENTS * PATHS.size() * 3, requests);
        prometheus.await("sum(rowcall_request_executions_count)", requests);
        prometheus.await("sum(rowcall_request_executions_sum)", queries);
        prometheus.await("count(count by (instance) (rowcall_agent_info))", INSTANCES);
        prometheus.await("sum(rowcall_dropped_total)", 0);
        for (SampleService service : services) {
          service.close();
        }
        assertMerged(requests, queries);
      }
    } finally {
      for (SampleService service : services) {
        service.close();
      }
    }
  }

  /** Several clients at once, each of them on all instances. */
  private static void load(List<SampleService> services) throws Exception {
    var clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      var tasks = new ArrayList<Callable<Void>>();
      for (int client = 0; client < CLIENTS; client++) {
        tasks.add(
            () -> {
              for (int round = 0; round < 3; round++) {
                for (SampleService service : services) {
                  for (String path : PATHS) {
                    service.get(path);
                  }
                }
              }
              return null;
            });
      }
      for (var task : clients.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private void assertMerged(long requests, long queries) throws Exception {
    var words = new ArrayList<String>(List.of("merge", "--out", "all.json"));
    for (int i = 0; i < INSTANCES; i++) {
      try (Stream<Path> files = Files.list(folder.resolve("instance-" + i + "/rowcall-reports"))) {
        words.addAll(files.map(Path::toString).filter(name -> name.endsWith(".json")).toList());
      }
    }
    assertEquals(3 + INSTANCES, words.size(), words::toString);
    Jars.Run merged = Jars.rowcall(folder, words.toArray(new String[0]));
    assertEquals(0, merged.exitCode(), merged::output);
    JsonNode report = new ObjectMapper().readTree(folder.resolve("all.json").toFile());
    assertEquals(requests, report.at("/totals/requests").asLong());
    long executions = 0;
    for (JsonNode endpoint : report.path("endpoints")) {
      executions += endpoint.at("/executions/total").asLong();
    }
    assertEquals(queries, executions);
    long inSeries = 0;
    for (JsonNode count : report.at("/totals/series/requests")) {
      inSeries += count.asLong();
    }
    assertEquals(requests, inSeries);
    assertTrue(report.at("/totals/series/requests").size() <= 60);
  }
}
