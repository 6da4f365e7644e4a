package io.rowcall.sample;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;
import io.rowcall.sample.data.Volumes;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract of every endpoint of the catalog, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EndpointsContract {

  private static final AtomicLong SERIAL = new AtomicLong();

  private @Nullable RunningApp running;

  abstract RunningApp start() throws Exception;

  @BeforeAll
  void open() throws Exception {
    running = start();
  }

  @AfterAll
  void stop() throws Exception {
    app().close();
  }

  @BeforeEach
  void reset() {
    app().reset();
    app().undoWrites();
  }

  RunningApp app() {
    return requireNonNull(running);
  }

  @ParameterizedTest
  @EnumSource
  void executesAsManyStatementsAsTheFormulaInTheBaseline(Endpoint endpoint) throws Exception {
    Call call = endpoint.call(Form.BASELINE, visit(1));
    assertEquals(
        endpoint.executions(Form.BASELINE, Volumes.SMALL),
        app().executionsOf(call),
        call::toString);
  }

  @ParameterizedTest
  @EnumSource
  void executesAsManyStatementsAsTheFormulaInTheOptimizedForm(Endpoint endpoint) throws Exception {
    Call call = endpoint.call(Form.OPTIMIZED, visit(1));
    assertEquals(
        endpoint.executions(Form.OPTIMIZED, Volumes.SMALL),
        app().executionsOf(call),
        call::toString);
    assertEquals(
        endpoint.executionsAgain(Volumes.SMALL),
        app().executionsOf(endpoint.call(Form.OPTIMIZED, visit(1))),
        () -> call + " again");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "MEETINGS_LIST",
        "MEETINGS_FIELDS",
        "INTEGRATIONS_LIST",
        "CALENDAR_EVENTS",
        "CHAT",
        "EFFECTIVENESS",
        "RECOMMENDATIONS"
      })
  void runsTwoStatementsConcurrently(Endpoint endpoint) throws Exception {
    app().spy().reset();
    app().spy().awaitConcurrent(2);
    HttpResponse<String> response = app().send(endpoint.call(Form.OPTIMIZED, visit(1)));
    assertEquals(200, response.statusCode(), response::body);
  }

  @ParameterizedTest
  @EnumSource
  void bothFormsAnswerTheSame(Endpoint endpoint) throws Exception {
    for (int page = 1; page <= 3; page++) {
      Visit visit = visit(page);
      HttpResponse<String> before = app().send(endpoint.call(Form.BASELINE, visit));
      if (!endpoint.reads()) {
        app().undoWrites();
      }
      HttpResponse<String> after = app().send(endpoint.call(Form.OPTIMIZED, visit));
      assertTrue(before.statusCode() < 300, before::body);
      assertTrue(RunningApp.comparable(before, endpoint).size() > 0, before::body);
      assertEquals(RunningApp.comparable(before, endpoint), RunningApp.comparable(after, endpoint));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameFromTheCache(Endpoint endpoint) throws Exception {
    assumeTrue(endpoint.cached());
    Call call = endpoint.call(Form.OPTIMIZED, visit(1));
    HttpResponse<String> fresh = app().send(call);
    assertEquals(
        RunningApp.comparable(fresh, endpoint), RunningApp.comparable(app().send(call), endpoint));
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameOnTheJdkServer(Endpoint endpoint) throws Exception {
    for (Form form : Form.values()) {
      HttpResponse<String> jetty = app().send(endpoint.call(form, visit(1)));
      HttpResponse<String> jdk = app().sendToJdkServer(endpoint.call(form, visit(1)));
      assertEquals(jetty.statusCode(), jdk.statusCode(), jdk::body);
      if (endpoint.reads()) {
        assertEquals(200, jdk.statusCode(), jdk::body);
        assertEquals(RunningApp.comparable(jetty, endpoint), RunningApp.comparable(jdk, endpoint));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"weeks=1", "weeks=12", "weeks=520", "weeks=12&patternType=EDGE"})
  void bothFormsCountPatternsAtTheEdgesOfWeeksAlike(String query) throws Exception {
    Jdbi jdbi = app().app().database().jdbi();
    Instant end = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    Instant[] edges = new Instant[3];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = end.minus(7L * i, ChronoUnit.DAYS);
    }
    jdbi.useHandle(
        handle -> {
          for (Instant first : around(edges)) {
            for (Instant last : around(edges)) {
              if (!last.isBefore(first)) {
                // 62.5 hundredths, which databases round differently.
                handle.execute(
                    """
                    INSERT INTO behavioral_patterns
                      (user_id, pattern_type, name, confidence, first_detected_at, last_seen_at)
                    VALUES (?, 'EDGE', 'Edge', 0.625, ?, ?)
                    """,
                    Volumes.userId(0),
                    first,
                    last);
              }
            }
          }
        });
    try {
      String path = "/api/behavioral-insights/patterns/evolution?" + query;
      Map<String, String> caller = Map.of("X-User-Id", Volumes.userId(0));
      String before = app().send(new Call("GET", "/baseline" + path, caller, "")).body();
      assertTrue(before.contains("0.63") || !query.contains("EDGE"), before);
      assertEquals(before, app().send(new Call("GET", path, caller, "")).body());
    } finally {
      jdbi.useHandle(
          handle -> handle.execute("DELETE FROM behavioral_patterns WHERE pattern_type = 'EDGE'"));
    }
  }

  private static List<Instant> around(Instant... edges) {
    return Arrays.stream(edges)
        .flatMap(edge -> Stream.of(edge.minusMillis(1), edge, edge.plusMillis(1)))
        .toList();
  }

  /** The hot user, with a new write each time. */
  private static Visit visit(int page) {
    return new Visit(0, page, SERIAL.incrementAndGet());
  }
}
