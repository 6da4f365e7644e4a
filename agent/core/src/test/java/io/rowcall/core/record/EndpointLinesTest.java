package io.rowcall.core.record;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.Routes;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.config.Config;
import io.rowcall.core.findings.FindingStats;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The call sites of a finding come from one request of its endpoint. */
final class EndpointLinesTest implements Recorder {
  private static final String USER = "SELECT * FROM users WHERE id = ?";
  private static final String ORDERS = "SELECT id FROM orders WHERE shop = ?";
  private static final String ITEMS = "SELECT * FROM items WHERE order_id = ?";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Script script =
      new Script(Config.read(null, new Properties(), Map.of(), new File("no-such-folder")), this);
  private final ConcurrentLinkedQueue<String> finished = new ConcurrentLinkedQueue<>();
  private int requests;

  /** Requests go to whichever engine takes them, so no other may be running. */
  @AfterEach
  void end() {
    script.figures();
  }

  @Test
  void belongToTheirEndpointWithOneRequestEach() {
    request("/first", () -> twiceThrough(Routes::first));
    request("/second", () -> twiceThrough(Routes::second));
    request("/third", () -> twiceThrough(Routes::third));
    request("/fourth", () -> twiceThrough(Routes::fourth));
    for (String route : List.of("first", "second", "third", "fourth")) {
      assertEquals(route, method(requireNonNull(findingOf("GET /" + route).callSite)));
    }
  }

  @Test
  void areMissingRatherThanFromAnotherEndpoint() {
    for (int i = 0; i < 20; i++) {
      request("/first", () -> twiceThrough(Routes::first));
    }
    settle();
    request("/second", () -> twiceThrough(Routes::second));
    assertNull(findingOf("GET /second").callSite);
  }

  @Test
  void comeWithTheNextRequestOfTheEndpoint() {
    settleAfter("/first", () -> twiceThrough(Routes::first));
    request("/second", () -> twiceThrough(Routes::second));
    awaitAll();
    for (int i = 0; i < 50; i++) {
      request("/first", () -> twiceThrough(Routes::first));
    }
    awaitAll();
    request("/second", () -> twiceThrough(Routes::second));
    assertEquals("second", method(requireNonNull(findingOf("GET /second").callSite)));
  }

  @Test
  void comeEvenIfEveryPathIsNew() {
    settleAfter("/posts/a", () -> twiceThrough(Routes::first));
    for (int i = 0; i < 4; i++) {
      String path = "/posts/" + (char) ('b' + i);
      script.request(path, "/posts/{slug}", () -> twiceThrough(Routes::second));
      requests++;
      awaitAll();
    }
    assertEquals("second", method(requireNonNull(findingOf("GET /posts/{slug}").callSite)));
  }

  @Test
  void ofADuplicateAreBoth() {
    request("/twice", () -> Routes.twice(() -> execute(USER, 1, 7)));
    var finding = findingOf("GET /twice");
    assertEquals("twice", method(requireNonNull(finding.callSite)));
    assertEquals("again", method(requireNonNull(finding.secondCallSite)));
  }

  @Test
  void ofAParentIsOfTheSameRequest() {
    settleAfter("/orders", () -> Routes.first(() -> execute(ORDERS, 8, 1)));
    request("/loop", this::loop);
    awaitAll();
    assertNull(findingOf("GET /loop", false).parentCallSite());
    request("/orders", () -> Routes.first(() -> execute(ORDERS, 8, 1)));
    awaitAll();
    request("/loop", this::loop);
    var finding = findingOf("GET /loop");
    assertEquals("loop", method(requireNonNull(finding.callSite)));
    var parents = requireNonNull(finding.parentCallSite());
    assertEquals("loop", method(parents));
    assertTrue(parents.first().getLineNumber() < line(finding.callSite));
  }

  @Test
  void areNotRequestedOnceKnown() {
    request("/first", () -> twiceThrough(Routes::first));
    awaitAll();
    var finding = findingOf("GET /first", false);
    assertNotNull(finding.callSite);
    var statement = requireNonNull(finding.statement);
    var demand = requireNonNull(script.aggregate().endpoints.get("GET /first")).demand;
    assertTrue(!demand.isPending(statement));
  }

  private void loop() {
    int[] order = {0};
    Routes.loop(() -> execute(ORDERS, 8, 1), () -> execute(ITEMS, 1, ++order[0]));
  }

  /** The same query twice: a duplicate. */
  private static void twiceThrough(java.util.function.Consumer<Runnable> route) {
    route.accept(() -> Script.times(2, () -> execute(USER, 1, 7)));
  }

  private void request(String path, Runnable work) {
    script.request(path, work);
    requests++;
  }

  /** Runs the work in a JVM that has run for long: call sites are captured on demand only. */
  private void settleAfter(String path, Runnable work) {
    request(path, work);
    request("/loop-of-others", this::loop);
    settle();
  }

  private void settle() {
    awaitAll();
    synchronized (script.aggregate()) {
      for (SqlStatement statement : script.aggregate().statements.keySet()) {
        statement.settleDemand();
      }
    }
  }

  private FindingStats findingOf(String endpoint) {
    return findingOf(endpoint, true);
  }

  private FindingStats findingOf(String endpoint, boolean last) {
    awaitAll();
    var all = last ? script.findings() : script.aggregate().findings();
    return all.stream()
        .filter(finding -> finding.endpoint.equals(endpoint))
        .filter(finding -> finding.statement != null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding of " + endpoint));
  }

  private void awaitAll() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (finished.size() < requests && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      Thread.yield();
    }
    assertEquals(requests, finished.size());
  }

  private static String method(CallSite site) {
    return site.first().getMethodName();
  }

  private static int line(@Nullable CallSite site) {
    return requireNonNull(site).first().getLineNumber();
  }

  @Override
  public void finished(Request request, String endpoint) {
    finished.add(endpoint);
  }

  @Override
  public Object figures(Request request, String endpoint, RecordingEngine engine) {
    return endpoint;
  }

  @Override
  public void firstSuppressed(Throwable error) {
    throw new AssertionError(error);
  }

  @Override
  public void period(RecordingEngine engine) {}

  @Override
  public void end(RecordingEngine engine) {}
}
