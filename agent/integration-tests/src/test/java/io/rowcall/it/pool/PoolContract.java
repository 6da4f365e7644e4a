package io.rowcall.it.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.LibraryVersion;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of a pool of three connections of any library. Sends a request for each way of using a
 * connection, and checks the report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PoolContract {
  private static final String MAIN = "io.acme.libraries.LibrariesService";

  private static final Path ROUTES =
      Path.of("libraries/src/main/java/io/acme/libraries/pools/PoolRoutes.java");
  private static final Pattern LONGEST_HOLDER =
      Pattern.compile("held the longest by GET (/pool/\\w+)");
  private static final double PAUSE_MILLIS = 500;
  private static final int SIZE = 3;

  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  /** The pool under test. */
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
            .jvmArg("-Dpool=" + library.subject())
            .mainClass(library.version().classPath(), MAIN);
    ExecutorService clients = Executors.newCachedThreadPool();
    try (ServiceProcess service = command.start()) {
      assertOk(service, "/pool/query");
      assertOk(service, "/pool/commit");
      assertOk(service, "/pool/hold");
      if (library.pooled()) {
        assertOk(service, "/pool/leak");
        CompletableFuture<Void> first = getAsync(clients, service, "/pool/occupy");
        CompletableFuture<Void> second = getAsync(clients, service, "/pool/occupy");
        awaitState(service, "2 held, 0 waiting");
        CompletableFuture<Void> third = getAsync(clients, service, "/pool/wait");
        awaitState(service, "2 held, 1 waiting");
        assertOk(service, "/pool/release");
        CompletableFuture.allOf(first, second, third).join();
      }
      service.exit();
      agentLines = service.agentLines();
    } finally {
      clients.shutdown();
    }
    report = Report.in(folder);
  }

  private static CompletableFuture<Void> getAsync(
      ExecutorService clients, ServiceProcess service, String path) {
    return CompletableFuture.runAsync(() -> assertOk(service, path), clients);
  }

  private static void assertOk(ServiceProcess service, String path) {
    ServiceResponse response = get(service, path);
    assertEquals(200, response.status(), () -> path + ": " + response.text());
  }

  private static ServiceResponse get(ServiceProcess service, String path) {
    try {
      return service.get(path);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void awaitState(ServiceProcess service, String state) {
    Await.until(
        () -> get(service, "/pool/state").text().equals(state),
        Duration.ofSeconds(60),
        () -> get(service, "/pool/state").text());
  }

  @Test
  @Shows(Promise.COUNTED_ONCE)
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
  public void reportsNameAndKindOfThePool() {
    JsonNode pool = pool();
    assertEquals(library().name(), pool.path("name").asText(), pool::toString);
    assertEquals(library().kind(), pool.path("kind").asText(), pool::toString);
  }

  @Test
  public void reportsConnectionsInUseAndIdle() {
    JsonNode pool = pool();
    int size = library().pooled() ? SIZE : 0;
    assertEquals(size, pool.path("max").asLong(), pool::toString);
    assertEquals(library().pooled() ? SIZE : 1, pool.path("peakActive").asLong(), pool::toString);
    assertEquals(library().pooled() ? 1 : 0, pool.path("active").asLong(), pool::toString);
    assertEquals(library().idle(), pool.path("idle").asLong(), pool::toString);
    assertEquals(0, pool.path("waiting").asLong(), pool::toString);
  }

  @Test
  public void measuresHowLongAConnectionIsHeld() {
    JsonNode endpoint = endpoint("/pool/hold");
    assertTrue(endpoint.path("heldMillis").asDouble() >= PAUSE_MILLIS, endpoint::toString);
    JsonNode finding = report.onlyFinding("/pool/hold", "connection-held");
    CallSites.assertAt(ROUTES, "hold", finding.path("callSite"));
  }

  @Test
  public void reportsAWaitForAConnection() {
    assumePooled();
    JsonNode endpoint = endpoint("/pool/wait");
    assertTrue(endpoint.path("poolWaitMillis").asDouble() > 50, endpoint::toString);
    JsonNode pool = pool();
    assertTrue(pool.at("/waitMillis/max").asDouble() > 50, pool::toString);
    JsonNode finding = report.onlyFinding("/pool/wait", "pool-wait");
    CallSites.assertAt(ROUTES, "wait", finding.path("callSite"));
    String evidence = finding.path("evidence").toString();
    assertTrue(evidence.contains("3 of 3 in use at the peak"), evidence);
    Matcher holder = LONGEST_HOLDER.matcher(evidence);
    assertTrue(holder.find(), evidence);
    // On a busy machine, a cold request may hold its connection longer than the two that occupy
    // one.
    assertTrue(
        heldMillis(holder.group(1)) >= heldMillis("/pool/occupy") / 2,
        () -> evidence + report.elements("endpoints").toList());
  }

  private double heldMillis(String path) {
    return endpoint(path).path("heldMillis").asDouble();
  }

  @Test
  public void reportsALeakedConnection() {
    assumePooled();
    JsonNode finding = report.onlyFinding("/pool/leak", "connection-leak");
    CallSites.assertAt(ROUTES, "leak", finding.path("callSite"));
    assertTrue(
        finding.path("sentence").asText().contains("1 connection of " + library().name()),
        finding::toString);
  }

  private void assumePooled() {
    assumeTrue(library().pooled(), () -> library().name() + " opens a connection per request");
  }

  @Test
  public void reportsNothingForRoutesWithoutAProblem() {
    assertEquals(List.of(), report.findings("/pool/query"));
    assertEquals(List.of(), report.findings("/pool/commit"));
  }

  @Test
  public void logsNothingAndSuppressesNoError() {
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

  /**
   * A data source of the service {@code libraries}.
   *
   * @param subject its name in the service
   * @param version the library and its version
   * @param kind the expected kind in the report
   * @param name the expected name in the report
   * @param idle the idle connections at the end; 0 if the pool does not tell
   * @param pooled whether it pools three connections; otherwise it opens one per call
   */
  public record Library(
      String subject, LibraryVersion version, String kind, String name, int idle, boolean pooled) {}
}
