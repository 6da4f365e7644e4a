package io.rowcall.sample.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.cache.Invalidation;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.JsonBytes;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

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
    String token = request.variable("token");
    return resources.cached(
        resources.keys().eventAvailability(token),
        () -> view(token, resources.keys().ttls().events()));
  }

  /** Loads an event into the cache in advance, its plan for longer than usual. */
  public void warm(String token, Duration ttl) throws Exception {
    resources
        .cache()
        .warm(resources.keys().eventAvailability(token), () -> JsonBytes.of(view(token, ttl)));
  }

  /** Reads the whole event in one statement, or only its answers if the plan is cached. */
  private EventView view(String token, Duration ttl) throws Exception {
    var complete = new AtomicReference<OptimizedEvents.CompleteEvent>();
    OptimizedEvents.Plan plan =
        resources
            .cache()
            .get(
                resources.keys().eventPlan(token, OptimizedEvents.Plan.class).withTtl(ttl),
                () -> {
                  OptimizedEvents.CompleteEvent event = optimized.event(token);
                  complete.set(event);
                  return event.plan();
                });
    OptimizedEvents.CompleteEvent event = complete.get();
    return new EventView(
        plan.event(),
        plan.people(),
        Availability.blocks(
            plan.slots(), event == null ? optimized.answers(token) : event.answers()));
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
