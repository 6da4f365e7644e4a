package io.rowcall.sample;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowcall.sample.catalogue.Call;
import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import io.rowcall.sample.catalogue.Visit;
import io.rowcall.sample.data.Volumes;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every endpoint of the catalogue, on any database. */
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
  void forget() {
    app().forget();
  }

  RunningApp app() {
    return requireNonNull(running);
  }

  @ParameterizedTest
  @EnumSource
  void costsTheBaselineItsFormula(Endpoint endpoint) throws Exception {
    Call call = endpoint.call(Form.BASELINE, visit(1));
    assertEquals(
        endpoint.executions(Form.BASELINE, Volumes.SMALL),
        app().executionsOf(call),
        call::toString);
  }

  @ParameterizedTest
  @EnumSource
  void costsTheOptimisedFormItsFormulaOnceAndLessFromThenOn(Endpoint endpoint) throws Exception {
    Call call = endpoint.call(Form.OPTIMISED, visit(1));
    assertEquals(
        endpoint.executions(Form.OPTIMISED, Volumes.SMALL),
        app().executionsOf(call),
        call::toString);
    assertEquals(
        endpoint.executionsAgain(Volumes.SMALL),
        app().executionsOf(endpoint.call(Form.OPTIMISED, visit(1))),
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
  void runsTwoStatementsAtTheSameTime(Endpoint endpoint) throws Exception {
    app().spy().reset();
    app().spy().letMeet(2);
    HttpResponse<String> response = app().send(endpoint.call(Form.OPTIMISED, visit(1)));
    assertEquals(200, response.statusCode(), response::body);
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameInBothForms(Endpoint endpoint) throws Exception {
    for (int page = 1; page <= 3; page++) {
      Visit visit = visit(page);
      HttpResponse<String> before = app().send(endpoint.call(Form.BASELINE, visit));
      if (!endpoint.reads()) {
        app().undoWrites();
      }
      HttpResponse<String> after = app().send(endpoint.call(Form.OPTIMISED, visit));
      assertTrue(before.statusCode() < 300, before::body);
      assertTrue(RunningApp.comparable(before, endpoint).size() > 0, before::body);
      assertEquals(RunningApp.comparable(before, endpoint), RunningApp.comparable(after, endpoint));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameFromTheCache(Endpoint endpoint) throws Exception {
    assumeTrue(endpoint.cached());
    Call call = endpoint.call(Form.OPTIMISED, visit(1));
    HttpResponse<String> fresh = app().send(call);
    assertEquals(
        RunningApp.comparable(fresh, endpoint), RunningApp.comparable(app().send(call), endpoint));
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameOnTheServerOfTheJdk(Endpoint endpoint) throws Exception {
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

  /** The hot user, who writes something new each time. */
  private static Visit visit(int page) {
    return new Visit(0, page, SERIAL.incrementAndGet());
  }
}
