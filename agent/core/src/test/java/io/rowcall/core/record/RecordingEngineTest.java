package io.rowcall.core.record;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.Shop;
import io.rowcall.boot.Settings;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.WrittenRequest;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.config.Config;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.SqlNormalizer;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordingEngineTest {
  private static final Config CONFIG =
      Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
  private static final NormalizedSql ITEMS =
      SqlNormalizer.normalize("SELECT * FROM items WHERE id = ?", Dialect.H2);
  private static final int THREADS = 4;
  private static final int REQUESTS = 5_000;

  @Test
  void countsExactlyHoweverFastRequestsEnd() throws InterruptedException {
    var script = new Script(CONFIG, new IdleRecorder());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < REQUESTS; i++) {
                  long bind = i;
                  script.request(
                      "/items/" + i,
                      () -> {
                        execute("SELECT * FROM items WHERE id = ?", 2, bind);
                        execute("SELECT * FROM shops", 1);
                      });
                }
              }));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Aggregate figures = script.figures();
    assertEquals(THREADS * REQUESTS, figures.requests);
    assertEquals(2L * THREADS * REQUESTS, figures.executions);
    assertEquals(3L * THREADS * REQUESTS, figures.rows);
    assertEquals(1, figures.endpoints.size());
    assertEquals(2, figures.statements.size());
  }

  @Test
  void foldsEndpointsBeyondTheBoundAndKeepsTheTotals() {
    var script = new Script(CONFIG, new IdleRecorder());
    for (int i = 0; i < Limits.ENDPOINTS + 20; i++) {
      script.request("/page/" + Spelling.of(i), () -> execute("SELECT * FROM shops", 1));
    }
    Aggregate figures = script.figures();
    assertEquals(Limits.ENDPOINTS + 20, figures.requests);
    assertEquals(Limits.ENDPOINTS + 1, figures.endpoints.size());
    assertEquals(20, figures.overflowedEndpoints());
    EndpointStats other = figures.endpoints.get(Aggregate.OTHER);
    assertTrue(other != null && other.requests == 20);
  }

  @Test
  void continuesWhenARecorderFails() {
    var failures = new AtomicInteger();
    var script =
        new Script(
            CONFIG,
            new IdleRecorder() {
              @Override
              public void finished(Request request, String endpoint) {
                throw new IllegalStateException("no");
              }

              @Override
              public void firstSuppressed(Throwable error) {
                failures.incrementAndGet();
              }
            });
    script.request("/a", () -> execute("SELECT * FROM shops", 1));
    script.request("/a", () -> execute("SELECT * FROM shops", 1));
    Aggregate figures = script.figures();
    assertEquals(2, figures.requests);
    assertEquals(1, failures.get());
  }

  @Test
  void hasOneDaemonThreadThatRetainsNoClassLoader() throws InterruptedException {
    var turn = new CountDownLatch(1);
    var thread = new AtomicReference<Thread>();
    var script =
        new Script(
            CONFIG,
            new IdleRecorder() {
              @Override
              public void period(RecordingEngine engine) {
                thread.set(Thread.currentThread());
                turn.countDown();
              }
            });
    script.request("/a", () -> execute("SELECT * FROM a_statement_never_seen", 1));
    assertTrue(turn.await(30, SECONDS));
    Thread agents = requireNonNull(thread.get());
    assertEquals("rowcall", agents.getName());
    assertTrue(agents.isDaemon());
    assertNull(agents.getContextClassLoader());
    script.figures();
    agents.join(5_000);
    assertFalse(agents.isAlive());
  }

  @Test
  void demandsACallSiteThatAFindingLacks() {
    var statement = new SqlStatement(1, 7, "SELECT * FROM items WHERE id = ?", ITEMS);
    var aggregate = new Aggregate(CONFIG);
    aggregate.add(loopOver(statement, null));
    assertTrue(isDemanded(aggregate, statement));

    aggregate = new Aggregate(CONFIG);
    var site =
        new CallSites(Instrumentations.libraries())
            .of(
                new StackTraceElement[] {new StackTraceElement("com.acme.A", "a", "A.java", 1)},
                String.class);
    aggregate.add(loopOver(statement, site));
    assertFalse(isDemanded(aggregate, statement));
  }

  private static boolean isDemanded(Aggregate aggregate, SqlStatement statement) {
    return requireNonNull(aggregate.endpoints.get("GET /a")).demand.isPending(statement);
  }

  @Test
  void stopsDemandingACallSiteThatIsNeverFound() {
    var statement = new SqlStatement(1, 7, "SELECT * FROM items WHERE id = ?", ITEMS);
    var aggregate = new Aggregate(CONFIG);
    for (int i = 0; i < 100; i++) {
      aggregate.add(loopOver(statement, null));
      requireNonNull(aggregate.endpoints.get("GET /a")).demand.cancel(statement);
    }
    aggregate.add(loopOver(statement, null));
    assertFalse(isDemanded(aggregate, statement));
  }

  @Test
  void capturesNoCallSitesWhileRequestsEndTooFast() {
    var engine = new RecordingEngine(CONFIG, Instrumentations.libraries(), new IdleRecorder());
    engine.shutdown();
    assertNotNull(siteThrough(engine));
    while (RequestQueue.offer(new WrittenRequest("GET", "/a").ends(1, 200), engine)) {}
    engine.aggregate(new WrittenRequest("GET", "/a").ends(1, 200));
    assertEquals(0, engine.shedCallSites());
    assertNull(siteThrough(engine));
    assertEquals(1, engine.shedCallSites());
    assertEquals(RequestQueue.MAX_WAITING + 1, engine.aggregate().requests);
    engine.shutdown();
    assertNotNull(siteThrough(engine));
  }

  @Test
  void queuesARequestOnceThereIsRoomAgain() {
    var engine = new RecordingEngine(CONFIG, Instrumentations.libraries(), new IdleRecorder());
    engine.shutdown();
    engine.aggregate(new WrittenRequest("GET", "/a").ends(1, 200));
    assertEquals(0, engine.aggregate().requests);
    assertNotNull(siteThrough(engine));
    engine.shutdown();
    assertEquals(1, engine.aggregate().requests);
  }

  /** A slow execution beyond the log has no row that its call site could belong to. */
  @Test
  void capturesNoCallSiteBeyondTheLog() {
    var sites = new ArrayList<Integer>();
    var script =
        new Script(
            CONFIG,
            new IdleRecorder() {
              @Override
              public void finished(Request request, String endpoint) {
                for (int i = 0; i < request.callSites.size(); i++) {
                  sites.add(request.callSites.row(i));
                }
              }
            });
    long slow = Settings.slowQueryNanos;
    Settings.slowQueryNanos = -1;
    try {
      script.request(
          "/all", () -> Shop.call(() -> times(5_000, () -> execute("SELECT * FROM shops", 1))));
    } finally {
      Settings.slowQueryNanos = slow;
    }
    assertEquals(5_000, script.figures().executions);
    assertEquals(3_072, sites.size());
    assertEquals(3_072, new HashSet<>(sites).size());
  }

  private static void times(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static @Nullable Object siteThrough(RecordingEngine engine) {
    return new Shop().ask(engine);
  }

  private static Request loopOver(SqlStatement statement, @Nullable CallSite site) {
    var request = new WrittenRequest("GET", "/a");
    for (int i = 0; i < 6; i++) {
      request.executed(statement, i * 10L, 5, i, 0, 1, false, i == 2 ? site : null);
    }
    return request.ends(100, 200);
  }

  /** Recorder that does nothing. */
  private static class IdleRecorder implements Recorder {
    @Override
    public void finished(Request request, String endpoint) {}

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
}
