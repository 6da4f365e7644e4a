package io.rowcall.sample.integrations;

import io.rowcall.cache.Invalidation;
import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Pages;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** Endpoints of integrations and calendars. */
public final class IntegrationRoutes {

  private final Resources resources;
  private final int eventsPerSync;
  private final Integrations baseline;
  private final Integrations optimized;

  /**
   * Creates the routes.
   *
   * @param eventsPerSync number of events from the simulated providers
   */
  public IntegrationRoutes(Resources resources, int eventsPerSync) {
    this.resources = resources;
    this.eventsPerSync = eventsPerSync;
    baseline = new BaselineIntegrations(resources.jdbi(), resources.clock());
    optimized =
        new OptimizedIntegrations(resources.jdbi(), resources.parallel(), resources.clock());
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/baseline/api/integrations/list",
            request -> Response.ok(list(baseline, Callers.userId(request), Pages.of(request)))),
        Route.get("/api/integrations/list", this::optimizedList),
        Route.get(
            "/baseline/api/integrations/calendar",
            request -> Response.ok(calendars(baseline, Callers.userId(request)))),
        Route.get("/api/integrations/calendar", this::optimizedCalendars),
        Route.get(
            "/baseline/api/user/calendar-status",
            request -> Response.ok(status(baseline, Callers.userId(request)))),
        Route.get("/api/user/calendar-status", this::optimizedStatus),
        Route.get("/baseline/api/calendar/events", this::baselineEvents),
        Route.get("/api/calendar/events", this::optimizedEvents),
        // It writes, so it should be a POST; but GET is what its clients call.
        Route.get("/baseline/api/calendar/sync", request -> sync(request, baseline)),
        Route.post("/baseline/api/calendar/sync", request -> sync(request, baseline)),
        Route.get("/api/calendar/sync", this::optimizedSync),
        Route.post("/api/calendar/sync", this::optimizedSync));
  }

  private Response optimizedList(Request request) throws Exception {
    String userId = Callers.userId(request);
    var pages = Pages.of(request);
    return resources.cached(
        resources.keys().integrations(userId, pages.page(), pages.pageSize()),
        () -> list(optimized, userId, pages));
  }

  private Response optimizedCalendars(Request request) throws Exception {
    String userId = Callers.userId(request);
    return resources.cached(resources.keys().calendars(userId), () -> calendars(optimized, userId));
  }

  private Response optimizedStatus(Request request) throws Exception {
    String userId = Callers.userId(request);
    return resources.cached(
        resources.keys().calendarStatus(userId), () -> status(optimized, userId));
  }

  private Response baselineEvents(Request request) throws Exception {
    String userId = Callers.userId(request);
    String since = request.parameter("since");
    return since == null
        ? Response.ok(events(baseline, userId, Pages.of(request)))
        : Response.ok(baseline.changedSince(userId, instant(since)));
  }

  private Response optimizedEvents(Request request) throws Exception {
    String userId = Callers.userId(request);
    String since = request.parameter("since");
    if (since != null) {
      return Response.ok(optimized.changedSince(userId, instant(since)));
    }
    var pages = Pages.of(request);
    return resources.cached(
        resources.keys().calendarEvents(userId, pages.page(), pages.pageSize()),
        () -> events(optimized, userId, pages));
  }

  private Response sync(Request request, Integrations integrations) {
    return Response.ok(Map.of("synced", integrations.sync(Callers.userId(request), eventsPerSync)));
  }

  private Response optimizedSync(Request request) {
    Response synced = sync(request, optimized);
    String userId = Callers.userId(request);
    resources.cache().invalidate(Invalidation.ofTag(CacheKeys.calendarTag(userId)));
    resources.cache().invalidate(Invalidation.ofTag(CacheKeys.integrationsTag(userId)));
    return synced;
  }

  private static Pages.Body<Integration> list(Integrations integrations, String userId, Pages pages)
      throws Exception {
    var found = integrations.list(userId, pages.page(), pages.pageSize());
    return new Pages.Body<>(found.rows(), pages.of(found.total()));
  }

  private static Pages.Body<CalendarEvent> events(
      Integrations integrations, String userId, Pages pages) throws Exception {
    var found = integrations.events(userId, pages.page(), pages.pageSize());
    return new Pages.Body<>(found.rows(), pages.of(found.total()));
  }

  private static Map<String, List<CalendarConnection>> calendars(
      Integrations integrations, String userId) {
    return Map.of("data", integrations.calendars(userId));
  }

  private static Status status(Integrations integrations, String userId) {
    List<CalendarConnection> calendars = integrations.calendars(userId);
    return new Status(
        calendars.stream().anyMatch(each -> each.status().equals("CONNECTED")),
        calendars.stream().mapToLong(CalendarConnection::upcoming).sum(),
        calendars);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw HttpError.badRequest("since must be an instant such as 2030-01-31T09:00:00Z");
    }
  }

  private record Status(boolean connected, long upcoming, List<CalendarConnection> calendars) {}
}
