package io.rowcall.sample.contacts;

import io.rowcall.cache.CacheResult;
import io.rowcall.sample.auth.Sessions;
import io.rowcall.sample.auth.User;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.http.Handler;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.JsonBytes;
import io.rowcall.sample.http.Performance;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Endpoints of My-500. */
public final class ContactRoutes {

  private final Resources resources;
  private final Contacts baseline;
  private final Contacts optimized;
  private final Sessions baselineSessions;
  private final Sessions optimizedSessions;

  public ContactRoutes(Resources resources, Sessions baselineSessions, Sessions optimizedSessions) {
    this.resources = resources;
    baseline =
        resources.parts().parallel().in(Form.BASELINE)
            ? new ParallelContacts(resources.jdbi(), resources.parallel())
            : new BaselineContacts(resources.jdbi());
    optimized = new OptimizedContacts(resources.jdbi());
    this.baselineSessions = baselineSessions;
    this.optimizedSessions = optimizedSessions;
  }

  public List<Route> routes() {
    String fetch = "Failed to fetch contacts";
    String search = "Failed to search contacts";
    return List.of(
        Route.get("/baseline/api/my-500", failingWith(fetch, this::baselineList)),
        Route.get("/api/my-500", failingWith(fetch, this::optimizedList)),
        Route.get(
            "/baseline/api/my-500/search",
            failingWith(search, request -> search(request, baselineSessions, baseline))),
        Route.get(
            "/api/my-500/search",
            failingWith(search, request -> search(request, optimizedSessions, optimized))),
        Route.post("/api/my-500/sync", this::sync));
  }

  private Handler failingWith(String message, Handler handler) {
    Handler counted =
        request -> {
          long start = System.nanoTime();
          try {
            return handler.handle(request);
          } catch (HttpError refused) {
            throw refused;
          } catch (Exception failed) {
            resources.operations().ended("my500_error", start);
            throw failed;
          }
        };
    return Handler.failingWith(message, counted);
  }

  private Response baselineList(Request request) throws Exception {
    var watch = Performance.start();
    User caller = baselineSessions.authenticate(request);
    var wanted = Paging.of(request);
    JsonBytes data =
        data(
            baseline.page(caller.id(), wanted.page(), wanted.limit()),
            wanted,
            baselineSessions.current(caller));
    return body(data, watch.performance(false));
  }

  private Response optimizedList(Request request) throws Exception {
    var watch = Performance.start();
    User caller = optimizedSessions.authenticate(request);
    var wanted = Paging.of(request);
    CacheResult<JsonBytes> data =
        resources
            .cache()
            .find(
                resources.keys().contacts(caller.id(), wanted.page(), wanted.limit()),
                () ->
                    data(
                        optimized.page(caller.id(), wanted.page(), wanted.limit()),
                        wanted,
                        caller));
    resources.operations().ended(data.hit() ? "my500_cache_hit" : "my500_query", watch.nanos());
    return body(data.value(), watch.performance(data.hit()));
  }

  private Response search(Request request, Sessions sessions, Contacts contacts) throws Exception {
    var watch = Performance.start();
    User caller = sessions.authenticate(request);
    var wanted = Paging.of(request);
    String text = request.parameter("q", "").trim();
    if (text.length() > 100) {
      throw HttpError.badRequest("q must have 100 characters at most");
    }
    ContactPage found = contacts.search(caller.id(), text, wanted.page(), wanted.limit());
    JsonBytes data = data(found, wanted, sessions.current(caller));
    resources.operations().ended("my500_search", watch.nanos());
    return body(data, watch.performance(false));
  }

  /** Records a sync of the contacts, which invalidates every page of them. */
  private Response sync(Request request) throws Exception {
    User caller = optimizedSessions.authenticate(request);
    resources
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE users SET last_sync_at = ?, sync_status = 'SYNCED' WHERE id = ?")
                    .bind(0, resources.clock().instant())
                    .bind(1, caller.id())
                    .execute());
    resources.cache().invalidate(CacheKeys.contactsOf(caller.id()));
    resources.cache().invalidate(CacheKeys.user(caller.id()));
    return Response.ok(Map.of("success", true));
  }

  private static Response body(JsonBytes data, Performance performance) {
    Map<String, JsonBytes> fields = new LinkedHashMap<>();
    fields.put("success", JsonBytes.of(true));
    fields.put("data", data);
    fields.put("performance", JsonBytes.of(performance));
    return Response.ok(JsonBytes.object(fields));
  }

  private static JsonBytes data(ContactPage page, Paging wanted, User caller) {
    return JsonBytes.of(new Data(page.contacts(), wanted.of(page.total()), caller.syncStatus()));
  }

  private record Data(List<Contact> contacts, Paging.Position pagination, String syncStatus) {}
}
