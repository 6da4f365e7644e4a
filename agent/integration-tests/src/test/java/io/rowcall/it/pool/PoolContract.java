package io.rowcall.it.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for a pool of three connections of every library: one request for each thing that
 * people do with a connection, and what the report says of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PoolContract {
  private static final String MAIN = "io.acme.libraries.LibrariesService";

  private static final Path ROUTES =
      Path.of("libraries/src/main/java/io/acme/libraries/pools/PoolRoutes.java");
  private static final double PAUSE_MILLIS = 500;
  private static final int SIZE = 3;

  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  /** What the test's service and the report call the pool. */
  public abstract Library library();

  @BeforeAll
  public void drive(@TempDir Path folder) throws IOException {
    Library library = library();
    ServiceCommand command =
        ServiceCommand.of("libraries", folder)
            .with("connection-held", "100ms")
            .with("pool-wait", "50ms")
            .with("slow-query", "1m")
            .with("slow-request", "1m")
            .with("sequential-queries", "1m")
            .jvm("-Dpool=" + library.subject())
            .from(library.versions().classPath(), MAIN);
    ExecutorService clients = Executors.newCachedThreadPool();
    try (ServiceProcess service = command.start()) {
      ok(service, "/pool/query");
      ok(service, "/pool/commit");
      ok(service, "/pool/hold");
      if (library.pools()) {
        ok(service, "/pool/leak");
        CompletableFuture<Void> first = later(clients, service, "/pool/keep");
        CompletableFuture<Void> second = later(clients, service, "/pool/keep");
        await(service, "2 kept, 0 asking");
        CompletableFuture<Void> third = later(clients, service, "/pool/wait");
        await(service, "2 kept, 1 asking");
        ok(service, "/pool/release");
        CompletableFuture.allOf(first, second, third).join();
      }
      service.exit();
      agentLines = service.agentLines();
    } finally {
      clients.shutdown();
    }
    report = Report.in(folder);
  }

  private static CompletableFuture<Void> later(
      ExecutorService clients, ServiceProcess service, String path) {
    return CompletableFuture.runAsync(() -> ok(service, path), clients);
  }

  private static void ok(ServiceProcess service, String path) {
    Answer answer = answer(service, path);
    assertEquals(200, answer.status(), () -> path + ": " + answer.text());
  }

  private static Answer answer(ServiceProcess service, String path) {
    try {
      return service.get(path);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void await(ServiceProcess service, String state) {
    Await.until(
        () -> answer(service, "/pool/state").text().equals(state),
        Duration.ofSeconds(60),
        () -> answer(service, "/pool/state").text());
  }

  @Test
  public void countsEachExecutionOnce() {
    assertEquals(1, endpoint("/pool/query").at("/executions/total").asLong());
    assertEquals(2, endpoint("/pool/commit").at("/executions/total").asLong());
    assertEquals(1, endpoint("/pool/hold").at("/executions/total").asLong());
    assertEquals(2, report.total("unattributedExecutions"), report::totals);
  }

  @Test
  public void countsCommitsAndRollbacksOnce() {
    JsonNode endpoint = endpoint("/pool/commit");
    assertEquals(1, endpoint.path("commits").asLong(), endpoint::toString);
    assertEquals(1, endpoint.path("rollbacks").asLong(), endpoint::toString);
    assertEquals(0, endpoint("/pool/query").path("commits").asLong());
  }

  @Test
  public void countsThePoolOnceByItsName() {
    JsonNode pool = pool();
    assertEquals(library().name(), pool.path("name").asText(), pool::toString);
    assertEquals(library().kind(), pool.path("kind").asText(), pool::toString);
  }

  @Test
  public void knowsHowManyConnectionsAreOut() {
    JsonNode pool = pool();
    int size = library().pools() ? SIZE : 0;
    assertEquals(size, pool.path("max").asLong(), pool::toString);
    assertEquals(library().pools() ? SIZE : 1, pool.path("peakActive").asLong(), pool::toString);
    assertEquals(library().pools() ? 1 : 0, pool.path("active").asLong(), pool::toString);
    assertEquals(library().idle(), pool.path("idle").asLong(), pool::toString);
    assertEquals(0, pool.path("waiting").asLong(), pool::toString);
  }

  @Test
  public void measuresTheHold() {
    JsonNode endpoint = endpoint("/pool/hold");
    assertTrue(endpoint.path("heldMillis").asDouble() >= PAUSE_MILLIS, endpoint::toString);
    JsonNode finding = one("/pool/hold", "connection-held");
    assertCallSite(finding, "hold");
  }

  @Test
  public void measuresTheWait() {
    if (library().pools()) {
      JsonNode endpoint = endpoint("/pool/wait");
      assertTrue(endpoint.path("poolWaitMillis").asDouble() > 50, endpoint::toString);
      JsonNode pool = pool();
      assertTrue(pool.at("/waitMillis/max").asDouble() > 50, pool::toString);
      JsonNode finding = one("/pool/wait", "pool-wait");
      assertCallSite(finding, "wait");
      String evidence = finding.path("evidence").toString();
      assertTrue(evidence.contains("3 of 3 in use at the peak"), evidence);
      assertTrue(evidence.contains("held the longest by GET /pool/keep"), evidence);
    }
  }

  @Test
  public void findsTheLeak() {
    if (library().pools()) {
      JsonNode finding = one("/pool/leak", "connection-leak");
      assertCallSite(finding, "leak");
      assertTrue(
          finding.path("sentence").asText().contains("1 connection of " + library().name()),
          finding::toString);
    }
  }

  @Test
  public void findsNothingWhereAllIsWell() {
    assertEquals(List.of(), report.findings("/pool/query"));
    assertEquals(List.of(), report.findings("/pool/commit"));
  }

  @Test
  public void suppressesNothingAndSaysNothing() {
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(List.of(), agentLines);
  }

  private JsonNode endpoint(String route) {
    return report.endpoint("GET " + route);
  }

  private JsonNode pool() {
    List<JsonNode> pools = report.elements("pools").toList();
    assertEquals(1, pools.size(), () -> "pools: " + pools);
    return pools.get(0);
  }

  private JsonNode one(String route, String findingClass) {
    List<JsonNode> all = report.findings(route);
    assertEquals(1, all.size(), () -> "findings of " + route + ": " + all);
    assertEquals(findingClass, all.get(0).path("class").asText());
    return all.get(0);
  }

  private static void assertCallSite(JsonNode finding, String mark) {
    try {
      assertEquals(
          "PoolRoutes.java:" + CallSites.line(ROUTES, mark),
          finding.at("/callSite/file").asText() + ":" + finding.at("/callSite/line").asInt(),
          finding::toString);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /**
   * A pool of the service.
   *
   * @param subject as the service calls it
   * @param versions of what, and which
   * @param name as the report must name it
   * @param idle connections that lie idle at the end, as far as the pool tells
   * @param pools whether it is a pool, of three connections; else it opens one for each
   */
  public record Library(
      String subject, Versions versions, String kind, String name, int idle, boolean pools) {}
}
