package io.rowcall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Writes are atomic, and visible to later reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritesTest {

  private static final Map<String, String> KEVY = Map.of("X-User-Id", Volumes.HOT_USER);
  private static final Map<String, String> KEVYS_SESSION =
      Map.of("X-Session-Key", Volumes.sessionKey(0));

  private RunningApp app;

  @BeforeAll
  void start() throws Exception {
    app = RunningApp.onH2();
  }

  @AfterAll
  void stop() throws Exception {
    app.close();
  }

  @BeforeEach
  void reset() {
    app.reset();
  }

  @Test
  void invalidatesAllContactPagesOfAUserOnASyncAndNoOthers() throws Exception {
    Call mine = new Call("GET", "/api/my-500", KEVYS_SESSION, "");
    Call others =
        new Call("GET", "/api/my-500", Map.of("X-Session-Key", Volumes.sessionKey(1)), "");
    app.send(mine);
    app.send(others);
    app.send(new Call("POST", "/api/my-500/sync", KEVYS_SESSION, ""));
    assertEquals(3, app.executionsOf(mine), "user, page, activities");
    assertEquals(0, app.executionsOf(others));
  }

  @Test
  void showsNewSettingsImmediately() throws Exception {
    Call read = new Call("GET", "/api/user/bot-settings", KEVY, "");
    app.send(read);
    app.send(new Call("PUT", "/api/user/bot-settings", KEVY, "{\"botName\":\"Fresh\"}"));
    assertTrue(app.send(read).body().contains("Fresh"));
  }

  @Test
  void showsANewMeetingImmediatelyAndRejectsAnOverlappingOne() throws Exception {
    Call list = new Call("GET", "/api/meetings/list", KEVY, "");
    int before = total(list);
    String body =
        "{\"title\":\"Plan\",\"startsAt\":\"2050-01-01T09:00:00Z\",\"endsAt\":\"2050-01-01T10:00:00Z\","
            + "\"attendees\":[{\"name\":\"A\",\"email\":\"a@example.org\"}]}";
    var created = app.send(new Call("POST", "/api/meetings/create", KEVY, body));
    assertEquals(201, created.statusCode(), created::body);
    assertEquals(before + 1, total(list));
    for (String path : new String[] {"/api/meetings/create", "/baseline/api/meetings/create"}) {
      assertEquals(409, app.send(new Call("POST", path, KEVY, body)).statusCode());
    }
  }

  @Test
  void createsNothingIfAnAttendeeCannotBeStored() throws Exception {
    app.app()
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "ALTER TABLE meeting_attendees ADD CONSTRAINT no_spam CHECK (email <> 'spam@example.org')"));
    Call list = new Call("GET", "/api/meetings/list", KEVY, "");
    int before = total(list);
    app.spy().reset();
    var refused =
        app.send(
            new Call(
                "POST",
                "/api/meetings/create",
                KEVY,
                "{\"title\":\"Plan\",\"startsAt\":\"2051-01-01T09:00:00Z\",\"endsAt\":\"2051-01-01T10:00:00Z\","
                    + "\"attendees\":[{\"name\":\"A\",\"email\":\"a@example.org\"},"
                    + "{\"name\":\"S\",\"email\":\"spam@example.org\"}]}"));
    assertEquals(500, refused.statusCode());
    assertEquals(1, app.spy().rollbacks());
    app.reset();
    assertEquals(before, total(list));
  }

  @Test
  void storesNewRecommendationsOnceInOneBatchAndTransaction() throws Exception {
    Call call = new Call("GET", "/api/behavioral-insights/recommendations", KEVY, "");
    app.spy().reset();
    app.send(call);
    assertEquals(1, app.spy().batches());
    assertEquals(1, app.spy().commits());
    app.app().cache().invalidate(io.rowcall.cache.Invalidation.ofEverything());
    assertEquals(2, app.executionsOf(call), "nothing is new");
    assertEquals(0, app.spy().batches());
  }

  @Test
  void returnsOnlyChangesSinceAMoment() throws Exception {
    Call sync = new Call("POST", "/api/calendar/sync", KEVY, "");
    String before = java.time.Instant.now().toString();
    app.send(sync);
    for (String prefix : new String[] {"", "/baseline"}) {
      JsonNode delta =
          Json.MAPPER.readTree(
              app.send(new Call("GET", prefix + "/api/calendar/events?since=" + before, KEVY, ""))
                  .body());
      assertEquals(1, delta.path("deleted").size(), delta::toString);
      assertEquals(Volumes.SMALL.syncedEvents() - 1, delta.path("changed").size());
    }
  }

  @Test
  void storesEachSlackEventOnce() throws Exception {
    String body =
        "{\"team_id\":\""
            + Volumes.slackTeam(0)
            + "\",\"events\":[{\"id\":\"EvA\"},{\"id\":\"EvB\"}]}";
    for (String path : new String[] {"/api/slack/events", "/baseline/api/slack/events"}) {
      app.undoWrites();
      Call call = new Call("POST", path, Map.of(), body);
      assertEquals("{\"accepted\":2,\"duplicates\":0}", app.send(call).body());
      assertEquals("{\"accepted\":0,\"duplicates\":2}", app.send(call).body());
    }
  }

  @Test
  void servesAWarmedEventFromTheCacheAndNewAnswersImmediately() throws Exception {
    String event = "/api/events/" + Volumes.SMALL_EVENT;
    Call view = new Call("GET", event + "/optimized", Map.of(), "");
    app.send(new Call("POST", "/api/cache/warm?tokens=" + Volumes.SMALL_EVENT, Map.of(), ""));
    assertEquals(0, app.executionsOf(view));
    Call answer =
        new Call(
            "POST",
            event + "/availability",
            Map.of("X-Session-Key", "guest-2-0"),
            "{\"blocks\":[{\"id\":20000,\"status\":\"BUSY\"},{\"id\":20001,\"status\":\"AVAILABLE\"}]}");
    assertEquals(2, app.executionsOf(answer));
    assertEquals(1, app.executionsOf(view), "only the answers are read again");
    JsonNode blocks = Json.MAPPER.readTree(app.send(view).body()).path("blocks");
    assertFalse(blocks.get(0).path("available").toString().contains("2000"));
    assertTrue(blocks.get(1).path("available").toString().contains("2000"));
    assertEquals(
        Json.MAPPER.readTree(app.get(event).body()), Json.MAPPER.readTree(app.send(view).body()));
    assertEquals(
        400,
        app.send(
                new Call(
                    "POST",
                    event + "/availability",
                    Map.of("X-Session-Key", "guest-2-0"),
                    "{\"blocks\":[{\"id\":20000,\"status\":\"MAYBE\"},{\"id\":1,\"status\":\"BUSY\"}]}"))
            .statusCode());
    app.reset();
    assertFalse(
        Json.MAPPER
            .readTree(app.send(view).body())
            .path("blocks")
            .get(0)
            .path("maybe")
            .toString()
            .contains("2000,"),
        "the whole batch was taken back");
  }

  @Test
  void servesACachedEventWholeWithoutItsParts() throws Exception {
    Call view = new Call("GET", "/api/events/" + Volumes.SMALL_EVENT + "/optimized", Map.of(), "");
    String loaded = app.send(view).body();
    var before = app.app().cache().stats();
    assertEquals(loaded, app.send(view).body());
    var after = app.app().cache().stats();
    assertEquals(1, after.hits() - before.hits(), "one lookup, that of the response");
    assertEquals(before.misses(), after.misses());
    assertEquals(before.categories().get("event"), after.categories().get("event"));
  }

  @Test
  @Timeout(120)
  void notifiesSubscribersOfAnEventAboutAnAnswer() throws Exception {
    String event = "/api/events/" + Volumes.SMALL_EVENT;
    for (int port : new int[] {app.app().port(), app.app().jdkPort()}) {
      var watch =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + event + "/changes"));
      try (Stream<String> lines =
          HttpClient.newHttpClient()
              .send(watch.build(), HttpResponse.BodyHandlers.ofLines())
              .body()) {
        Iterator<String> received = lines.iterator();
        assertEquals(": listening", received.next());
        app.send(
            new Call(
                "POST",
                event + "/availability",
                Map.of("X-Session-Key", "guest-2-0"),
                "{\"blocks\":[{\"id\":20000,\"status\":\"BUSY\"}]}"));
        assertEquals("", received.next());
        assertEquals("data: " + Volumes.SMALL_EVENT, received.next());
      }
    }
  }

  @Test
  void clearsTheCacheOnRequest() throws Exception {
    Call list = new Call("GET", "/api/meetings/list", KEVY, "");
    app.send(list);
    assertEquals(0, app.executionsOf(list));
    app.send(new Call("POST", "/api/cache/clear", Map.of(), ""));
    assertEquals(2, app.executionsOf(list));
  }

  @Test
  void invalidatesAnalyticsOnANewPatternAChangedConfigAndNewRecommendations() throws Exception {
    Call evolution = new Call("GET", "/api/behavioral-insights/patterns/evolution", KEVY, "");
    Call effects = new Call("GET", "/api/personalization/effectiveness", KEVY, "");
    Call recommended = new Call("GET", "/api/behavioral-insights/recommendations", KEVY, "");
    app.send(evolution);
    app.send(
        new Call(
            "POST",
            "/api/behavioral-insights/patterns",
            KEVY,
            "{\"type\":\"TIMING\",\"name\":\"Late\",\"confidence\":0.2}"));
    assertEquals(1, app.executionsOf(evolution));
    app.send(recommended);
    assertEquals(0, app.executionsOf(recommended));
    app.send(effects);
    assertEquals(2, app.executionsOf(recommended), "the effects brought new ones");
    String context =
        Json.MAPPER
            .readTree(app.send(effects).body())
            .path("data")
            .path(0)
            .path("context")
            .asText();
    app.send(
        new Call(
            "PUT",
            "/api/personalization/config",
            KEVY,
            "{\"context\":\"" + context + "\",\"strategy\":\"GENTLE\"}"));
    assertTrue(app.send(effects).body().contains("GENTLE"));
  }

  private int total(Call list) throws Exception {
    return Json.MAPPER.readTree(app.send(list).body()).path("pagination").path("total").asInt();
  }
}
