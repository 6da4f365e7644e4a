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

  private static final int MAX_SUBSCRIBERS = 1_000;

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
  public void warm(String token, Duration ttl) throws Exception {
    view(token, ttl);
  }

  private EventView view(String token, Duration ttl) throws Exception {
    CacheKeys keys = resources.keys();
    CacheKey<JsonText> answersKey = keys.eventAvailability(token);
    JsonText planJson =
        resources
            .cache()
            .get(
                keys.eventPlan(token).withTtl(ttl),
                () -> {
                  OptimizedEvents.CompleteEvent event = optimized.event(token);
                  resources.cache().put(answersKey, JsonText.of(event.answers()));
                  return JsonText.of(event.plan());
                });
    JsonText answersJson =
        resources.cache().get(answersKey, () -> JsonText.of(optimized.answers(token)));
    var eventPlan = Json.MAPPER.readValue(planJson.text(), OptimizedEvents.Plan.class);
    var answerArray = Json.MAPPER.readValue(answersJson.text(), EventView.Answer[].class);
    return new EventView(
        eventPlan.event(),
        eventPlan.people(),
        Availability.blocks(eventPlan.slots(), List.of(answerArray)));
  }

  /** Streams the token after each answer. */
  private Response watch(Request request) {
    if (notifier.subscribers() >= MAX_SUBSCRIBERS) {
      throw new HttpError(503, "Too many subscribers; try again later", 60);
    }
    return Response.streaming(notifier.changesOf(request.variable("token")));
  }

  private Response answer(Request request) {
    String token = request.variable("token");
    List<AnswerBatch.BlockAnswer> blockAnswers = new ArrayList<>();
    for (JsonNode each : Json.object(request.body()).path("blocks")) {
      String status = each.path("status").asText("");
      if (!ANSWERS.contains(status)) {
        throw HttpError.badRequest("status must be AVAILABLE, MAYBE or BUSY");
      }
      blockAnswers.add(new AnswerBatch.BlockAnswer(each.path("id").asLong(), status));
    }
    if (blockAnswers.isEmpty()) {
      throw HttpError.badRequest("blocks must be a list of {id, status}");
    }
    var respondent =
        new AnswerBatch.Respondent(
            token, request.header("X-Session-Key"), request.header("X-User-Id"));
    int stored = answers.store(respondent, blockAnswers, resources.clock().instant());
    resources
        .cache()
        .invalidate(Invalidation.ofKey(resources.keys().eventAvailability(token).text()));
    notifier.changed(token);
    return Response.ok(Map.of("saved", stored));
  }
}
