package io.rowcall.sample.meetings;

import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.cache.Invalidation;
import io.rowcall.sample.catalogue.CacheKeys;
import io.rowcall.sample.catalogue.Form;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.Pages;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The endpoints of the meetings. */
public final class MeetingRoutes {

  private final Resources resources;
  private final Meetings baseline;
  private final Meetings optimised;

  public MeetingRoutes(Resources resources) {
    this.resources = resources;
    baseline =
        resources.parts().parallel().in(Form.BASELINE)
            ? new ParallelMeetings(resources.jdbi(), resources.parallel(), resources.clock())
            : new BaselineMeetings(resources.jdbi(), resources.clock());
    optimised = new OptimisedMeetings(resources.jdbi(), resources.parallel(), resources.clock());
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/baseline/api/meetings/list", this::baselineList),
        Route.get("/api/meetings/list", this::optimisedList),
        Route.get("/baseline/api/meetings", this::baselineFields),
        Route.get("/api/meetings", this::optimisedFields),
        Route.post("/baseline/api/meetings/create", request -> create(request, baseline)),
        Route.post("/api/meetings/create", this::optimisedCreate));
  }

  private Response baselineList(Request request) throws Exception {
    return Response.ok(list(baseline, Callers.userId(request), Pages.of(request)));
  }

  private Response optimisedList(Request request) throws Exception {
    String userId = Callers.userId(request);
    var pages = Pages.of(request);
    return resources.cached(
        resources.keys().meetings(userId, pages.page(), pages.pageSize()),
        () -> list(optimised, userId, pages));
  }

  private Response baselineFields(Request request) throws Exception {
    return Response.ok(
        fields(baseline, Callers.userId(request), wanted(request), Pages.of(request)));
  }

  private Response optimisedFields(Request request) throws Exception {
    String userId = Callers.userId(request);
    var pages = Pages.of(request);
    Set<Field> wanted = wanted(request);
    return resources.cached(
        resources
            .keys()
            .meetingFields(userId, pages.page(), pages.pageSize(), Field.joined(wanted)),
        () -> fields(optimised, userId, wanted, pages));
  }

  private Response optimisedCreate(Request request) throws Exception {
    Response created = create(request, optimised);
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
