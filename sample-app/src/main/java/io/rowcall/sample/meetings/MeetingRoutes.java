package io.rowcall.sample.meetings;

import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.cache.TieredCache;
import io.rowcall.sample.catalogue.CacheKeys;
import io.rowcall.sample.db.Parallel;
import io.rowcall.sample.http.JsonText;
import io.rowcall.sample.http.Pages;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The endpoints of the meetings. */
public final class MeetingRoutes {

  private final Meetings baseline;
  private final Meetings optimised;
  private final TieredCache cache;
  private final CacheKeys keys;

  public MeetingRoutes(Jdbi jdbi, Parallel parallel, TieredCache cache, CacheKeys keys) {
    baseline = new BaselineMeetings(jdbi);
    optimised = new OptimisedMeetings(jdbi, parallel);
    this.cache = cache;
    this.keys = keys;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/baseline/api/meetings/list", this::baselineList),
        Route.get("/api/meetings/list", this::optimisedList));
  }

  private Response baselineList(Request request) throws Exception {
    var pages = Pages.of(request);
    return Response.ok(
        body(baseline.page(Callers.userId(request), pages.page(), pages.pageSize()), pages));
  }

  private Response optimisedList(Request request) throws Exception {
    String userId = Callers.userId(request);
    var pages = Pages.of(request);
    return Response.ok(
        cache.get(
            keys.meetings(userId, pages.page(), pages.pageSize()),
            () -> body(optimised.page(userId, pages.page(), pages.pageSize()), pages)));
  }

  private static JsonText body(MeetingPage page, Pages pages) {
    return JsonText.of(new Pages.Body<>(page.meetings(), pages.of(page.total())));
  }
}
