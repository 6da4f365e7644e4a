package io.rowcall.sample.meetings;

import io.rowcall.cache.Invalidation;
import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.Pages;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Endpoints of the meetings. */
public final class MeetingRoutes {

  private final Resources resources;
  private final Meetings baseline;
  private final Meetings optimized;

  public MeetingRoutes(Resources resources) {
    this.resources = resources;
    baseline =
        resources.parts().parallel().in(Form.BASELINE)
            ? new ParallelMeetings(resources.jdbi(), resources.parallel(), resources.clock())
            : new BaselineMeetings(resources.jdbi(), resources.clock());
    optimized = new OptimizedMeetings(resources.jdbi(), resources.parallel(), resources.clock());
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/baseline/api/meetings/list", this::baselineList),
        Route.get("/api/meetings/list", this::optimizedList),
        Route.get("/baseline/api/meetings", this::baselineFields),
        Route.get("/api/meetings", this::optimizedFields),
        Route.post("/baseline/api/meetings/create", request -> create(request, baseline)),
        Route.post("/api/meetings/create", this::optimizedCreate));
  }

  private Response baselineList(Request request) throws Exception {
    return Response.ok(list(baseline, Callers.userId(request), Pages.of(request)));
  }

  private Response optimizedList(Request request) throws Exception {
    String userId = Callers.userId(request);
    var pages = Pages.of(request);
    return resources.cached(
        resources.keys().meetings(userId, pages.page(), pages.pageSize()),
        () -> list(optimized, userId, pages));
  }

  private Response baselineFields(Request request) throws Exception {
    return Response.ok(
        fields(baseline, Callers.userId(request), wanted(request), Pages.of(request)));
  }

  private Response optimizedFields(Request request) throws Exception {
    String userId = Callers.userId(request);
    var pages = Pages.of(request);
    Set<Field> wanted = wanted(request);
    return resources.cached(
        resources
            .keys()
            .meetingFields(userId, pages.page(), pages.pageSize(), Field.joined(wanted)),
        () -> fields(optimized, userId, wanted, pages));
  }

  private Response optimizedCreate(Request request) throws Exception {
    Response created = create(request, optimized);
    String userId = Callers.userId(request);
    resources.cache().invalidate(Invalidation.ofTag(CacheKeys.meetingsTag(userId)));
    resources.cache().invalidate(Invalidation.ofTag(CacheKeys.usageTag(userId)));
    return created;
  }

  private static Response create(Request request, Meetings meetings) throws Exception {
    var meeting = NewMeeting.from(Json.object(request.body()));
    long id = meetings.create(Callers.userId(request), meeting);
    return Response.json(201, Map.of("id", id, "meeting", meeting));
  }

  private static Pages.Body<Meeting> list(Meetings meetings, String userId, Pages pages)
      throws Exception {
    MeetingPage found = meetings.page(userId, pages.page(), pages.pageSize());
    return new Pages.Body<>(found.meetings(), pages.of(found.total()));
  }

  private static Pages.Body<Map<String, Object>> fields(
      Meetings meetings, String userId, Set<Field> fields, Pages pages) throws Exception {
    FieldPage found = meetings.fields(userId, fields, pages.page(), pages.pageSize());
    return new Pages.Body<>(found.meetings(), pages.of(found.total()));
  }

  private static Set<Field> wanted(Request request) {
    String list = request.parameter("fields");
    return list == null ? Field.all() : Field.parse(list);
  }
}
