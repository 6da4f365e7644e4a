package io.rowcall.it.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.LibraryVersion;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of a cache of any library. Sends the same lookups, one request each, and checks the
 * headers, the request log and the report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CacheContract {
  private static final String MAIN = "io.acme.libraries.LibrariesService";

  /** The requests of {@link #drive}, in order, and the lookups that each makes. */
  private static final List<Lookup> LOOKUPS =
      List.of(
          new Lookup("/none", 0, 0),
          new Lookup("/cache/get/a", 0, 1),
          new Lookup("/cache/get/a", 1, 0),
          new Lookup("/cache/get/a,b", 1, 1),
          new Lookup("/cache/get/a,b", 2, 0),
          new Lookup("/cache/peek/a", 1, 0),
          new Lookup("/cache/peek/z", 0, 1));

  private static final int LOADED = 2;
  private static final int FILLED = 100;

  private final List<ServiceResponse> responses = new ArrayList<>();
  private final List<JsonNode> logLines = new ArrayList<>();
  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  /** The cache under test. */
  public abstract Library library();

  @BeforeAll
  public void drive(@TempDir Path folder) throws IOException {
    Library library = library();
    ServiceCommand command =
        ServiceCommand.of("libraries", folder)
            .with("log.requests", "requests.log")
            .jvmArg("-Dcache=" + library.subject())
            .mainClass(library.version().classPath(), MAIN);
    try (ServiceProcess service = command.start()) {
      for (Lookup lookup : LOOKUPS) {
        responses.add(service.get(lookup.path()));
      }
      service.get("/cache/fill/" + FILLED);
      service.exit();
      agentLines = service.agentLines();
    }
    for (String line : Files.readAllLines(folder.resolve("requests.log"))) {
      logLines.add(new ObjectMapper().readTree(line));
    }
    report = Report.in(folder);
  }

  /**
   * Whether lookups complete after the response is committed. The header then cannot know of a hit,
   * but must not claim one after a miss.
   */
  protected boolean isAsynchronous() {
    return false;
  }

  @Test
  public void reportsHitsInTheHeader() {
    for (int i = 0; i < LOOKUPS.size(); i++) {
      Lookup lookup = LOOKUPS.get(i);
      ServiceResponse response = responses.get(i);
      assertEquals(200, response.status(), response::text);
      String header = response.header("X-Cache-Hit");
      if (isAsynchronous() && lookup.hits() > 0) {
        assertTrue(Set.of("true", "false").contains(header), () -> lookup + ": " + header);
      } else {
        assertEquals(Boolean.toString(lookup.isHit()), header, lookup::toString);
      }
    }
  }

  @Test
  public void logsHits() {
    List<Boolean> hits = logLines.stream().map(line -> line.path("cacheHit").asBoolean()).toList();
    assertEquals(LOOKUPS.stream().map(Lookup::isHit).toList(), hits.subList(0, LOOKUPS.size()));
  }

  @Test
  public void countsEachLookupOnce() {
    JsonNode cache = cache();
    assertEquals(
        LOOKUPS.stream().mapToInt(Lookup::hits).sum(),
        cache.path("hits").asLong(),
        cache::toString);
    assertEquals(
        LOOKUPS.stream().mapToInt(Lookup::misses).sum(),
        cache.path("misses").asLong(),
        cache::toString);
    assertEquals(0.625, cache.path("hitRatio").asDouble(), 1e-9, cache::toString);
  }

  @Test
  public void reportsNameAndKindOfTheCache() {
    assertEquals(library().name(), cache().path("name").asText());
    assertEquals(library().kind(), cache().path("kind").asText());
  }

  @Test
  public void countsAndTimesLoads() {
    JsonNode cache = cache();
    assertEquals(library().loads(), cache.path("loads").asLong(), cache::toString);
    assertEquals(library().loads() > 0, cache.path("loadMillis").asDouble() > 0, cache::toString);
  }

  @Test
  public void reportsSizeAndEvictions() {
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
        // A cache that evicts on another thread may not have finished when the JVM exits.
        long size = cache.path("size").asLong();
        assertEquals(entries, size + cache.path("evictions").asLong(), cache::toString);
        assertTrue(size >= 10, cache::toString);
      }
    }
  }

  @Test
  public void countsLookupsPerEndpoint() {
    JsonNode endpoint = report.endpoint("GET /cache/get/{id}");
    assertEquals(3, endpoint.path("cacheHits").asLong(), endpoint::toString);
    assertEquals(1, endpoint.path("cacheMisses").asLong(), endpoint::toString);
  }

  @Test
  public void logsNothingAndSuppressesNoError() {
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(List.of(), agentLines);
  }

  private JsonNode cache() {
    List<JsonNode> caches = report.elements("caches").toList();
    assertEquals(1, caches.size(), () -> "caches: " + caches);
    return caches.get(0);
  }

  private record Lookup(String path, int hits, int misses) {
    boolean isHit() {
      return hits > 0 && misses == 0;
    }
  }

  /** Bound on the number of entries. */
  public enum Bound {
    /** The cache does not reveal its size. */
    UNKNOWN,
    UNBOUNDED,
    TEN,
    /** Ten, but eviction lags behind. */
    ABOUT_TEN
  }

  /**
   * A cache of the service {@code libraries}.
   *
   * @param subject its name in the service
   * @param version the library and its version
   * @param kind the expected kind in the report
   * @param name the expected name in the report
   * @param loads the number of values that the library itself loads
   */
  public record Library(
      String subject, LibraryVersion version, String kind, String name, int loads, Bound bound) {}
}
