package io.rowcall.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.http.Json;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions, errors, monitoring, and limits of the running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceTest {

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
  void rejectsRequestsWithoutASession() throws Exception {
    var response = app.get("/api/my-500");
    assertEquals(401, response.statusCode());
    assertEquals("{\"error\":\"Unauthorized\"}", response.body());
    assertEquals(
        401,
        app.send(new Call("GET", "/api/my-500", Map.of("X-Session-Key", "guessed"), ""))
            .statusCode());
    assertEquals(401, app.get("/api/meetings/list").statusCode());
  }

  @Test
  void explainsWhatIsWrongWithARequest() throws Exception {
    assertRejected(400, "page must be a whole number from 1", "/api/meetings/list?page=0");
    assertRejected(400, "page must be a whole number from 1", "/api/meetings/list?page=x");
    assertRejected(400, "there is no field \\\"secret\\\"", "/api/meetings?fields=id,secret");
    assertRejected(400, "since must be an instant", "/api/calendar/events?since=yesterday");
    assertRejected(404, "there is no such event", "/api/events/nothing/optimized");
    assertRejected(404, "No endpoint at", "/api/nothing");
  }

  @Test
  void neverReturnsTheApiKey() throws Exception {
    for (String path : new String[] {"/api/my-500", "/baseline/api/my-500"}) {
      assertFalse(app.send(new Call("GET", path, KEVYS_SESSION, "")).body().contains("pd-key"));
    }
  }

  @Test
  void pagesInTheShapeOfMy500() throws Exception {
    JsonNode last = my500("?page=2").path("data").path("pagination");
    assertEquals(
        "{\"page\":2,\"limit\":20,\"total\":30,\"totalPages\":2,\"hasNext\":false,\"hasPrev\":true}",
        last.toString());
    JsonNode beyond = my500("?page=9").path("data");
    assertEquals(30, beyond.path("pagination").path("total").asInt());
    assertEquals(0, beyond.path("contacts").size());
  }

  @Test
  void reportsTheCostOfARequestAndWhetherItWasCached() throws Exception {
    JsonNode fresh = my500("").path("performance");
    assertFalse(fresh.path("cacheHit").asBoolean());
    assertTrue(fresh.path("queryTime").asDouble() > 0);
    assertTrue(fresh.path("queryTime").asDouble() <= fresh.path("totalTime").asDouble());
    JsonNode cached = my500("").path("performance");
    assertTrue(cached.path("cacheHit").asBoolean());
    assertEquals(0, cached.path("queryTime").asDouble());
  }

  @Test
  void ordersContactsAndTheirActivities() throws Exception {
    JsonNode contacts = my500("?limit=30").path("data").path("contacts");
    for (int i = 1; i < contacts.size(); i++) {
      JsonNode before = contacts.get(i - 1);
      JsonNode after = contacts.get(i);
      boolean sameCampaign =
          before.path("addedToCampaign").asBoolean() == after.path("addedToCampaign").asBoolean();
      assertTrue(sameCampaign || before.path("addedToCampaign").asBoolean());
      assertTrue(
          !sameCampaign
              || before.path("warmnessScore").asInt() <= after.path("warmnessScore").asInt());
    }
    for (JsonNode contact : contacts) {
      JsonNode activities = contact.path("activities");
      assertEquals(5, activities.size());
      for (int i = 1; i < activities.size(); i++) {
        assertTrue(
            activities
                    .get(i - 1)
                    .path("createdAt")
                    .asText()
                    .compareTo(activities.get(i).path("createdAt").asText())
                >= 0);
      }
    }
  }

  @Test
  void monitorsCacheAndPoolWithoutAQuery() throws Exception {
    app.send(new Call("GET", "/api/user/usage", KEVY, ""));
    app.spy().reset();
    for (String path : new String[] {"/api/performance/monitor", "/api/metrics/performance"}) {
      JsonNode monitor = Json.MAPPER.readTree(app.get(path).body());
      assertEquals("ok", monitor.path("cacheHealth").asText());
      assertEquals(20, monitor.path("pool").path("max").asInt());
      assertTrue(monitor.path("cache").path("categories").has("user"));
      assertTrue(monitor.path("cache").path("bytes").asLong() > 0);
    }
    assertEquals(0, app.spy().executions());
  }

  @Test
  void compressesBodiesOverAKilobyteIfTheClientAcceptsGzip() throws Exception {
    byte[] packed = raw("/api/meetings/list", "gzip");
    byte[] plain = raw("/api/meetings/list", "identity");
    assertTrue(plain.length > 1024);
    assertTrue(packed.length < plain.length / 2);
    assertEquals(0x1f, packed[0] & 0xff);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertEquals(new String(plain, UTF_8), new String(unpacked.readAllBytes(), UTF_8));
    }
    assertEquals('{', raw("/api/user/subscription", "gzip")[0], "a short body stays as it is");
  }

  @Test
  void answers503WhenNoConnectionComesFreeInTime() throws Exception {
    try (RunningApp small =
        RunningApp.onH2(
            options ->
                options.withPool(
                    options
                        .pool()
                        .withMaxConnections(2)
                        .withAcquireTimeout(Duration.ofSeconds(1))))) {
      try (Handle held = small.app().database().jdbi().open();
          Handle other = small.app().database().jdbi().open()) {
        held.execute("SELECT 1");
        other.execute("SELECT 1");
        long start = System.nanoTime();
        var response = small.send(new Call("GET", "/api/user/usage", KEVY, ""));
        assertEquals(503, response.statusCode());
        assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
      }
      assertEquals(200, small.send(new Call("GET", "/api/user/usage", KEVY, "")).statusCode());
      assertEquals(1, small.monitor().path("pool").path("timeouts").asInt());
    }
  }

  @Test
  void failsWithTheEndpointsOwnMessage() throws Exception {
    try (RunningApp broken = RunningApp.onH2()) {
      broken.send(new Call("GET", "/api/my-500", KEVYS_SESSION, ""));
      broken.reset();
      broken.app().database().jdbi().useHandle(handle -> handle.execute("DROP TABLE contacts"));
      var list = broken.send(new Call("GET", "/api/my-500", KEVYS_SESSION, ""));
      assertEquals(500, list.statusCode());
      assertEquals("{\"error\":\"Failed to fetch contacts\"}", list.body());
      assertEquals(
          "{\"error\":\"Failed to search contacts\"}",
          broken.send(new Call("GET", "/api/my-500/search?q=a", KEVYS_SESSION, "")).body());
    }
  }

  @Test
  void limitsEveryEndpoint() throws Exception {
    try (RunningApp limited = RunningApp.onH2(options -> options.withRateLimit(3))) {
      Call call = new Call("GET", "/api/user/usage", KEVY, "");
      Call baseline = new Call("GET", "/baseline/api/user/usage", KEVY, "");
      int plain = app.executionsOf(baseline);
      assertEquals(plain + 2, limited.executionsOf(baseline));
      assertEquals(1, limited.executionsOf(call));
      assertEquals(0, limited.executionsOf(call));
      assertEquals(0, limited.executionsOf(call));
      var refused = limited.send(call);
      assertEquals(429, refused.statusCode());
      assertTrue(
          Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")) > 0,
          refused::body);
    }
  }

  @Test
  void returnsOnlyTheRequestedFields() throws Exception {
    String all = app.send(new Call("GET", "/api/meetings", KEVY, "")).body();
    String some = app.send(new Call("GET", "/api/meetings?fields=id,title", KEVY, "")).body();
    assertTrue(some.length() < all.length() / 2, some);
    JsonNode meeting = Json.MAPPER.readTree(some).path("data").path(0);
    assertEquals(2, meeting.size(), meeting::toString);
    assertTrue(meeting.has("id") && meeting.has("title"), meeting::toString);
  }

  @Test
  void monitorsTheTimesOfOperations() throws Exception {
    try (RunningApp fresh = RunningApp.onH2()) {
      Call list = new Call("GET", "/api/my-500", KEVYS_SESSION, "");
      fresh.send(list);
      fresh.send(list);
      fresh.send(new Call("GET", "/api/my-500/search?q=a", KEVYS_SESSION, ""));
      fresh.app().database().jdbi().useHandle(handle -> handle.execute("DROP TABLE contacts"));
      fresh.send(new Call("GET", "/api/my-500/search?q=b", KEVYS_SESSION, ""));
      JsonNode monitor = fresh.monitor();
      JsonNode operations = monitor.path("operations");
      for (String name :
          new String[] {"my500_query", "my500_cache_hit", "my500_search", "my500_error"}) {
        assertEquals(1, operations.path(name).path("count").asInt(), name);
      }
      assertTrue(operations.path("database_query").path("count").asInt() >= 5);
      assertTrue(operations.path("database_query").path("totalMillis").asDouble() > 0);
      JsonNode contacts = monitor.path("cache").path("categories").path("contacts");
      assertTrue(contacts.path("hitMillis").asDouble() > 0, contacts::toString);
      assertTrue(contacts.path("missMillis").asDouble() > 0, contacts::toString);
    }
  }

  @Test
  void monitorsTheUseOfThePool() throws Exception {
    try (RunningApp fresh = RunningApp.onH2()) {
      fresh.send(new Call("GET", "/api/user/usage", KEVY, ""));
      JsonNode pool = fresh.monitor().path("pool");
      assertTrue(pool.path("mostActive").asInt() >= 1, pool::toString);
      assertTrue(pool.path("acquisitions").asInt() >= 1, pool::toString);
      assertTrue(pool.path("waitedMillis").asDouble() > 0, pool::toString);
      assertEquals(0, pool.path("timeouts").asInt(), pool::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40, 200})
  void readsAnEventInOneStatementForAnyNumberOfPeople(int people) throws Exception {
    try (RunningApp app =
        RunningApp.onH2(options -> options.withData(Volumes.SMALL.withEventSessions(people)))) {
      String event = "/api/events/" + Volumes.HOT_EVENT;
      assertEquals(5 + people, app.executionsOf(new Call("GET", event, Map.of(), "")));
      assertEquals(1, app.executionsOf(new Call("GET", event + "/optimized", Map.of(), "")));
      assertEquals(
          Json.MAPPER.readTree(app.get(event).body()),
          Json.MAPPER.readTree(app.get(event + "/optimized").body()));
    }
  }

  private void assertRejected(int status, String message, String uri) throws Exception {
    var response = app.send(new Call("GET", uri, KEVY, ""));
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(response.body().contains(message), response::body);
  }

  private JsonNode my500(String query) throws Exception {
    return Json.MAPPER.readTree(
        app.send(new Call("GET", "/api/my-500" + query, KEVYS_SESSION, "")).body());
  }

  private byte[] raw(String path, String encoding) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + app.app().port() + path))
            .header("Accept-Encoding", encoding)
            .header("X-User-Id", Volumes.HOT_USER);
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }
}
