package io.rowcall.sample.analytics;

import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Parts;
import io.rowcall.sample.wiring.Resources;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** Endpoints of the analytics. The two that also write have no effect the second time. */
public final class AnalyticsRoutes {

  private final Resources resources;
  private final Analytics baseline;
  private final Analytics optimized;

  public AnalyticsRoutes(Resources resources) {
    this.resources = resources;
    var jdbi = resources.jdbi();
    var clock = resources.clock();
    Parts parts = resources.parts();
    Evolution evolution =
        parts.algorithm().in(Form.BASELINE) ? Evolution::byDifferences : Evolution::byFiltering;
    baseline =
        parts.parallel().in(Form.BASELINE)
            ? new ParallelAnalytics(jdbi, resources.parallel(), clock, evolution)
            : new BaselineAnalytics(jdbi, clock, evolution);
    optimized =
        parts.algorithm().in(Form.OPTIMIZED)
            ? new OptimizedAnalytics(
                jdbi, resources.parallel(), clock, this::invalidateRecommendations)
            : new FilteringAnalytics(
                jdbi, resources.parallel(), clock, this::invalidateRecommendations);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/baseline/api/personalization/effectiveness",
            request -> Response.ok(effectiveness(baseline, request))),
        Route.get(
            "/api/personalization/effectiveness",
            request ->
                resources.cached(
                    resources
                        .keys()
                        .effectiveness(
                            Callers.userId(request),
                            day(request, "start", -90).toString(),
                            day(request, "end", 1).toString(),
                            request.parameter("metric", "all")),
                    () -> effectiveness(optimized, request))),
        Route.get(
            "/baseline/api/behavioral-insights/patterns/evolution",
            request -> Response.ok(evolution(baseline, request))),
        Route.get(
            "/api/behavioral-insights/patterns/evolution",
            request ->
                resources.cached(
                    resources
                        .keys()
                        .evolution(
                            Callers.userId(request),
                            weeks(request),
                            request.parameter("patternType", "all")),
                    () -> evolution(optimized, request))),
        Route.get(
            "/baseline/api/behavioral-insights/recommendations",
            request -> Response.ok(recommendations(baseline, request))),
        Route.get("/api/behavioral-insights/recommendations", this::optimizedRecommendations),
        Route.put("/api/personalization/config", this::changeConfig),
        Route.post("/api/behavioral-insights/patterns", this::addPattern));
  }

  private Response optimizedRecommendations(Request request) throws Exception {
    return resources.cached(
        resources
            .keys()
            .recommendations(Callers.userId(request), includeApplied(request), limit(request)),
        () -> recommendations(optimized, request));
  }

  private Map<String, Object> effectiveness(Analytics analytics, Request request) throws Exception {
    String metric = request.parameter("metric", "all");
    var range =
        new Analytics.Range(
            day(request, "start", -90).atStartOfDay(ZoneOffset.UTC).toInstant(),
            day(request, "end", 1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            metric.equals("all") ? null : metric);
    return Map.of("data", analytics.effectiveness(Callers.userId(request), range));
  }

  private static Map<String, Object> evolution(Analytics analytics, Request request) {
    String type = request.parameter("patternType", "all");
    return Map.of(
        "data",
        analytics.evolution(
            Callers.userId(request), weeks(request), type.equals("all") ? null : type));
  }

  private static Map<String, Object> recommendations(Analytics analytics, Request request)
      throws Exception {
    return Map.of(
        "data",
        analytics.recommendations(
            Callers.userId(request), includeApplied(request), limit(request)));
  }

  private Response changeConfig(Request request) {
    String userId = Callers.userId(request);
    var body = Json.object(request.body());
    String strategy = Json.text(body, "strategy", 40);
    int changed =
        resources
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            """
                            UPDATE personalization_configs SET strategy = ?, updated_at = ?
                            WHERE user_id = ? AND context = ? AND active = TRUE
                            """)
                        .bind(0, strategy)
                        .bind(1, resources.clock().instant())
                        .bind(2, userId)
                        .bind(3, body.path("context").asText(""))
                        .execute());
    if (changed == 0) {
      throw HttpError.notFound("there is no active configuration of this context");
    }
    invalidate(userId);
    return Response.ok(Map.of("changed", changed));
  }

  private Response addPattern(Request request) {
    String userId = Callers.userId(request);
    var body = Json.object(request.body());
    String type = Json.text(body, "type", 40);
    String name = Json.text(body, "name", 200);
    double confidence = body.path("confidence").asDouble(-1);
    if (confidence < 0 || confidence > 1) {
      throw HttpError.badRequest("confidence must be a number from 0 to 1");
    }
    var now = resources.clock().instant();
    resources
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO behavioral_patterns
                          (user_id, pattern_type, name, confidence, first_detected_at, last_seen_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                    .bind(0, userId)
                    .bind(1, type)
                    .bind(2, name)
                    .bind(3, confidence)
                    .bind(4, now)
                    .bind(5, now)
                    .execute());
    invalidate(userId);
    return Response.json(201, Map.of("type", type, "name", name));
  }

  private void invalidateRecommendations(String userId) {
    resources.cache().invalidate(CacheKeys.recommendationsOf(userId));
  }

  private void invalidate(String userId) {
    resources.cache().invalidate(CacheKeys.everythingOf(userId));
  }

  private LocalDate day(Request request, String name, int daysFromToday) {
    String text = request.parameter(name);
    try {
      return text == null
          ? LocalDate.ofInstant(resources.clock().instant(), ZoneOffset.UTC).plusDays(daysFromToday)
          : LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw HttpError.badRequest(name + " must be a day such as 2030-01-31");
    }
  }

  private static int weeks(Request request) {
    return request.intParameter("weeks", 12, 1, 520);
  }

  private static int limit(Request request) {
    return request.intParameter("limit", 5, 1, 50);
  }

  private static boolean includeApplied(Request request) {
    return Boolean.parseBoolean(request.parameter("includeApplied", "false"));
  }
}
