package io.rowcall.it.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for one cache of every library: the same lookups, one request each, and what headers,
 * log and report say of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CacheContract {
  private static final String MAIN = "io.acme.libraries.LibrariesService";

  /** What the requests of {@link #drive} make, in order, and the header that each must have. */
  private static final List<Lookup> LOOKUPS =
      List.of(
          new Lookup("/none", false),
          new Lookup("/cache/get/a", false),
          new Lookup("/cache/get/a", true),
          new Lookup("/cache/get/a,b", false),
          new Lookup("/cache/get/a,b", true),
          new Lookup("/cache/peek/a", true),
          new Lookup("/cache/peek/z", false));

  private static final int HITS = 5;
  private static final int MISSES = 3;
  private static final int LOADED = 2;
  private static final int FILLED = 100;

  private final List<Answer> answers = new ArrayList<>();
  private final List<JsonNode> log = new ArrayList<>();
  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  /** What the test's service and the report's kind call the library. */
  public abstract Library library();

  @BeforeAll
  public void drive(@TempDir Path folder) throws IOException {
    Library library = library();
    ServiceCommand command =
        ServiceCommand.of("libraries", folder)
            .with("log.requests", "requests.log")
            .jvm("-Dcache=" + library.subject())
            .from(library.versions().classPath(), MAIN);
    try (ServiceProcess service = command.start()) {
      for (Lookup lookup : LOOKUPS) {
        answers.add(service.get(lookup.path()));
      }
      service.get("/cache/fill/" + FILLED);
      service.exit();
      agentLines = service.agentLines();
    }
    for (String line : Files.readAllLines(folder.resolve("requests.log"))) {
      log.add(new ObjectMapper().readTree(line));
    }
    report = Report.in(folder);
  }

  /** A header knows what is known when it is sent, which an answer that comes later is not. */
  public boolean answersLater() {
    return false;
  }

  @Test
  public void saysInTheHeaderWhetherAllWasThere() {
    if (answersLater()) {
      return;
    }
    for (int i = 0; i < LOOKUPS.size(); i++) {
      Answer answer = answers.get(i);
      assertEquals(200, answer.status(), answer::text);
      assertEquals(
          Boolean.toString(LOOKUPS.get(i).hit()),
          answer.header("X-Cache-Hit"),
          LOOKUPS.get(i)::path);
    }
  }

  @Test
  public void logsWhetherAllWasThere() {
    List<Boolean> hits = log.stream().map(line -> line.path("cacheHit").asBoolean()).toList();
    assertEquals(LOOKUPS.stream().map(Lookup::hit).toList(), hits.subList(0, LOOKUPS.size()));
  }

  @Test
  public void countsEachLookupOnce() {
    JsonNode cache = cache();
    assertEquals(HITS, cache.path("hits").asLong(), cache::toString);
    assertEquals(MISSES, cache.path("misses").asLong(), cache::toString);
    assertEquals(0.625, cache.path("hitRatio").asDouble(), 1e-9, cache::toString);
  }

  @Test
  public void namesTheCacheAsPeopleDo() {
    assertEquals(library().name(), cache().path("name").asText());
    assertEquals(library().kind(), cache().path("kind").asText());
  }

  @Test
  public void countsLoadsAndTheirTime() {
    JsonNode cache = cache();
    assertEquals(library().loads(), cache.path("loads").asLong(), cache::toString);
    assertEquals(library().loads() > 0, cache.path("loadMillis").asDouble() > 0, cache::toString);
  }

  @Test
  public void countsEvictionsAndSize() {
    JsonNode cache = cache();
    int entries = LOADED + FILLED;
    switch (library().bound()) {
      case UNKNOWN -> assertEquals(0, cache.path("size").asLong(), cache::toString);
      case UNBOUNDED -> {
        assertEquals(entries, cache.path("size").asLong(), cache::toString);
        assertEquals(0, cache.path("evictions").asLong(), cache::toString);
      }
      case TEN -> {
        assertEquals(10, cache.path("size").asLong(), cache::toString);
        assertEquals(entries - 10, cache.path("evictions").asLong(), cache::toString);
      }
      case ABOUT_TEN -> {
        // Who evicts on a thread of its own may still be at it when the JVM ends.
        long size = cache.path("size").asLong();
        assertEquals(entries, size + cache.path("evictions").asLong(), cache::toString);
        assertTrue(size >= 10, cache::toString);
      }
    }
  }

  @Test
  public void countsTheLookupsOfTheEndpoint() {
    JsonNode endpoint = report.endpoint("GET /cache/get/{id}");
    assertEquals(3, endpoint.path("cacheHits").asLong(), endpoint::toString);
    assertEquals(1, endpoint.path("cacheMisses").asLong(), endpoint::toString);
  }

  @Test
  public void suppressesNothingAndSaysNothing() {
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(List.of(), agentLines);
  }

  private JsonNode cache() {
    List<JsonNode> caches = report.elements("caches").toList();
    assertEquals(1, caches.size(), () -> "caches: " + caches);
    return caches.get(0);
  }

  private record Lookup(String path, boolean hit) {}

  /** How a cache is bounded, and whether its size is known. */
  public enum Bound {
    UNKNOWN,
    UNBOUNDED,
    TEN,
    ABOUT_TEN
  }

  /**
   * A cache of the service.
   *
   * @param subject as the service calls it
   * @param versions of what, and which
   * @param name as the report must name it
   * @param loads how many values the library loads itself
   * @param bound how it is bounded
   */
  public record Library(
      String subject, Versions versions, String kind, String name, int loads, Bound bound) {}
}
