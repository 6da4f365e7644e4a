package io.rowcall.sample.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same load gives the same counts and the same verdict, whatever the threads and the clock do.
 */
final class DeterminismIT {
  private static final int RUNS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Found by how long something took: a busy machine has them, a quiet one has not. */
  private static final Set<String> TIMED_CLASSES =
      Set.of("slow-query", "slow-request", "sequential-queries", "pool-wait", "connection-held");

  private static final Set<String> TIMED_TOTALS = Set.of("findings", "slowQueries", "slowRequests");

  @TempDir private Path folder;

  @BeforeEach
  void needTheJars() {
    Jars.assumeBuilt();
  }

  @Test
  void givesTheSameCountsAndTheSameVerdictTwentyTimes() throws Exception {
    List<String> counts = new ArrayList<>();
    List<String> verdicts = new ArrayList<>();
    try (var loader = new URLClassLoader(new URL[] {Jars.ROWCALL.toUri().toURL()}, null)) {
      for (Path report : reports()) {
        counts.add(counts(JSON.readTree(report.toFile())));
        verdicts.add(verdict(loader, report));
      }
    }
    assertEquals(RUNS, counts.size());
    String firstCounts = counts.get(0);
    String firstVerdict = verdicts.get(0);
    counts.forEach(each -> assertEquals(firstCounts, each));
    verdicts.forEach(each -> assertEquals(firstVerdict, each));
    assertTrue(firstCounts.contains("\"requests\":40"), firstCounts);
    assertTrue(firstVerdict.contains("Kiosk.java:"), firstVerdict);
    assertTrue(firstVerdict.contains("1 error, 0 warnings; 40 requests to 2 endpoints"));
  }

  /** Two at a time, so that they disturb each other. */
  private List<Path> reports() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Path>> running = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        int run = i;
        running.add(two.submit(() -> report(run)));
      }
      List<Path> reports = new ArrayList<>();
      for (Future<Path> each : running) {
        reports.add(each.get());
      }
      return reports;
    } finally {
      two.shutdownNow();
    }
  }

  private Path report(int run) throws Exception {
    Path home = Files.createDirectories(folder.resolve("run-" + run));
    Jars.Run service =
        Jars.run(
            home,
            List.of(
                Jars.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + Jars.AGENT,
                "-cp",
                System.getProperty("java.class.path", ""),
                Kiosk.class.getName()));
    assertEquals(0, service.exitCode(), service::printed);
    try (var files = Files.newDirectoryStream(home.resolve("rowcall-reports"), "*.json")) {
      return files.iterator().next();
    }
  }

  /** Everything that is counted, not timed, in the order of its name. */
  private static String counts(JsonNode report) {
    var counts = JSON.createObjectNode();
    counts.set("totals", ((ObjectNode) timeless(report.get("totals"))).without(TIMED_TOTALS));
    counts.set("endpoints", byKey(report.get("endpoints"), "name"));
    counts.set("statements", byKey(report.get("statements"), "id"));
    counts.set("findings", byKey(report.get("findings"), "id"));
    return counts.toString();
  }

  private static JsonNode byKey(JsonNode list, String key) {
    var sorted = new TreeMap<String, JsonNode>();
    for (JsonNode each : list) {
      if (!TIMED_CLASSES.contains(each.path("class").asText())) {
        sorted.put(each.get(key).asText(), timeless(each));
      }
    }
    return JSON.valueToTree(sorted);
  }

  private static JsonNode timeless(JsonNode node) {
    ObjectNode kept = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      if (field.getValue().isIntegralNumber()
          || name.equals("executions")
          || name.equals("verdict")
          || name.equals("callSite")
          || name.equals("repeats")) {
        kept.set(name, field.getValue());
      }
    }
    return kept;
  }

  private static String verdict(ClassLoader loader, Path report) throws Exception {
    Class<?> options = loader.loadClass("io.rowcall.gate.GateOptions");
    Object input =
        options
            .getMethod("of", Path.class, List.class)
            .invoke(null, null, List.of(report.toString()));
    Class<?> gate = loader.loadClass("io.rowcall.gate.Gate");
    Object result = gate.getMethod("evaluate", options).invoke(null, input);
    Class<?> format = loader.loadClass("io.rowcall.gate.output.OutputFormat");
    Method named = format.getMethod("named", String.class);
    Method render = format.getMethod("render", result.getClass());
    return render.invoke(named.invoke(null, "json"), result)
        + ""
        + render.invoke(named.invoke(null, "text"), result);
  }
}
