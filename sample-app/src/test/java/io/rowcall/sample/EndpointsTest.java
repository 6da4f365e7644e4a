package io.rowcall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.catalogue.Call;
import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import io.rowcall.sample.catalogue.Visit;
import io.rowcall.sample.data.Volumes;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every endpoint of the catalogue. */
class EndpointsTest {

  private static final Visit HOT = new Visit(0, 1, 1);

  private static RunningApp app;

  @BeforeAll
  static void start() throws Exception {
    app = RunningApp.onH2();
  }

  @AfterAll
  static void stop() throws Exception {
    app.close();
  }

  @BeforeEach
  void forget() {
    app.forget();
  }

  @ParameterizedTest
  @EnumSource
  void costsTheBaselineItsFormula(Endpoint endpoint) throws Exception {
    Call call = endpoint.call(Form.BASELINE, HOT);
    assertEquals(
        endpoint.executions(Form.BASELINE, Volumes.SMALL), app.executionsOf(call), call::toString);
  }

  @ParameterizedTest
  @EnumSource
  void costsTheOptimisedFormItsFormulaOnceAndLessFromThenOn(Endpoint endpoint) throws Exception {
    Call call = endpoint.call(Form.OPTIMISED, HOT);
    assertEquals(
        endpoint.executions(Form.OPTIMISED, Volumes.SMALL), app.executionsOf(call), call::toString);
    assertEquals(
        endpoint.executionsAgain(Form.OPTIMISED, Volumes.SMALL),
        app.executionsOf(call),
        () -> call + " again");
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameInBothForms(Endpoint endpoint) throws Exception {
    for (int page = 1; page <= 3; page++) {
      Visit visit = new Visit(0, page, 1);
      HttpResponse<String> before = app.send(endpoint.call(Form.BASELINE, visit));
      HttpResponse<String> after = app.send(endpoint.call(Form.OPTIMISED, visit));
      assertEquals(200, before.statusCode(), before::body);
      assertTrue(RunningApp.comparable(before).size() > 0, before::body);
      assertEquals(RunningApp.comparable(before), RunningApp.comparable(after));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameFromTheCache(Endpoint endpoint) throws Exception {
    Call call = endpoint.call(Form.OPTIMISED, HOT);
    HttpResponse<String> fresh = app.send(call);
    assertEquals(RunningApp.comparable(fresh), RunningApp.comparable(app.send(call)));
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameOnTheServerOfTheJdk(Endpoint endpoint) throws Exception {
    for (Form form : Form.values()) {
      HttpResponse<String> jetty = app.send(endpoint.call(form, HOT));
      HttpResponse<String> jdk = app.sendToJdkServer(endpoint.call(form, HOT));
      assertEquals(200, jdk.statusCode(), jdk::body);
      assertEquals(RunningApp.comparable(jetty), RunningApp.comparable(jdk));
    }
  }
}
