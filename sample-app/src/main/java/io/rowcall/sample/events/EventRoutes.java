package io.rowcall.sample.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.cache.CacheKey;
import io.rowcall.sample.cache.Invalidation;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.JsonText;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Endpoints of the scheduling polls. The old route remains next to the new one. */
public final class EventRoutes {

  private static final Set<String> ANSWERS = Set.of("AVAILABLE", "MAYBE", "BUSY");

  private static final int MOST_WATCHERS = 1_000;

  private final Resources resources;
  private final ChangeNotifier notifier;
  private final BaselineEvents baseline;
  private final OptimizedEvents optimized;
  private final AnswerBatch answers;

  public EventRoutes(Resources resources, ChangeNotifier notifier) {
    this.resources = resources;
    this.notifier = notifier;
    baseline = new BaselineEvents(resources.jdbi());
    optimized = new OptimizedEvents(resources.jdbi());
    answers = new AnswerBatch(resources.jdbi());
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/events/{token}", this::baselineEvent),
        Route.get("/api/events/{token}/optimized", this::optimizedEvent),
        Route.post("/api/events/{token}/availability", this::answer),
        Route.get("/api/events/{token}/changes", this::watch));
  }

  private Response baselineEvent(Request request) {
    return Response.ok(baseline.event(request.variable("token"), request.header("X-Session-Key")));
  }

  private Response optimizedEvent(Request request) throws Exception {
    return Response.ok(view(request.variable("token"), resources.keys().ttls().events()));
  }

  /** Loads an event into the cache in advance, for longer than its usual lifetime. */
  public void warm(String token, Duration life) throws Exception {
    view(token, life);
  }

  private EventView view(String token, Duration life) throws Exception {
    CacheKeys keys = resources.keys();
    CacheKey<JsonText> answersKey = keys.eventAvailability(token);
    JsonText plan =
        resources
            .cache()
            .get(
                keys.eventPlan(token).withTtl(life),
                () -> {
                  OptimizedEvents.Whole whole = optimized.whole(token);
                  resources.cache().put(answersKey, JsonText.of(whole.answers()));
                  return JsonText.of(whole.plan());
                });
    JsonText given = resources.cache().get(answersKey, () -> JsonText.of(optimized.answers(token)));
    var read = Json.MAPPER.readValue(plan.text(), OptimizedEvents.Plan.class);
    var list = Json.MAPPER.readValue(given.text(), EventView.Answer[].class);
    return new EventView(
        read.event(), read.people(), Availability.blocks(read.slots(), List.of(list)));
  }

  /** Streams the token after each answer. */
  private Response watch(Request request) {
    if (notifier.subscribers() >= MOST_WATCHERS) {
      throw new HttpError(503, "Too many clients watch; ask again", 60);
    }
    return Response.streaming(notifier.changesOf(request.variable("token")));
  }

  private Response answer(Request request) {
    String token = request.variable("token");
    List<AnswerBatch.Given> given = new ArrayList<>();
    for (JsonNode each : Json.object(request.body()).path("blocks")) {
      String status = each.path("status").asText("");
      if (!ANSWERS.contains(status)) {
        throw HttpError.badRequest("status must be AVAILABLE, MAYBE or BUSY");
      }
      given.add(new AnswerBatch.Given(each.path("id").asLong(), status));
    }
    if (given.isEmpty()) {
      throw HttpError.badRequest("blocks must be a list of {id, status}");
    }
    var who =
        new AnswerBatch.Who(token, request.header("X-Session-Key"), request.header("X-User-Id"));
    int taken = answers.take(who, given, resources.clock().instant());
    resources
        .cache()
        .invalidate(Invalidation.ofKey(resources.keys().eventAvailability(token).text()));
    notifier.changed(token);
    return Response.ok(Map.of("saved", taken));
  }
}
