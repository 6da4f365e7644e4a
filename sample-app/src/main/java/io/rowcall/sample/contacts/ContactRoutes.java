package io.rowcall.sample.contacts;

import io.rowcall.sample.auth.Sessions;
import io.rowcall.sample.auth.User;
import io.rowcall.sample.cache.Found;
import io.rowcall.sample.cache.TieredCache;
import io.rowcall.sample.catalogue.CacheKeys;
import io.rowcall.sample.http.Handler;
import io.rowcall.sample.http.JsonText;
import io.rowcall.sample.http.Performance;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The endpoints of My-500. */
public final class ContactRoutes {

  private final Contacts baseline;
  private final Contacts optimised;
  private final Sessions baselineSessions;
  private final Sessions optimisedSessions;
  private final TieredCache cache;
  private final CacheKeys keys;

  public ContactRoutes(
      Jdbi jdbi,
      Sessions baselineSessions,
      Sessions optimisedSessions,
      TieredCache cache,
      CacheKeys keys) {
    baseline = new BaselineContacts(jdbi);
    optimised = new OptimisedContacts(jdbi);
    this.baselineSessions = baselineSessions;
    this.optimisedSessions = optimisedSessions;
    this.cache = cache;
    this.keys = keys;
  }

  public List<Route> routes() {
    String failure = "Failed to fetch contacts";
    return List.of(
        Route.get("/baseline/api/my-500", Handler.failingWith(failure, this::baselineList)),
        Route.get("/api/my-500", Handler.failingWith(failure, this::optimisedList)));
  }

  private Response baselineList(Request request) throws Exception {
    var watch = Performance.start();
    User caller = baselineSessions.authenticate(request);
    var wanted = Paging.of(request);
    JsonText data =
        data(
            baseline.page(caller.id(), wanted.page(), wanted.limit()),
            wanted,
            baselineSessions.current(caller));
    return Response.ok(new Body(true, data, watch.performance(false)));
  }

  private Response optimisedList(Request request) throws Exception {
    var watch = Performance.start();
    User caller = optimisedSessions.authenticate(request);
    var wanted = Paging.of(request);
    Found<JsonText> data =
        cache.find(
            keys.contacts(caller.id(), wanted.page(), wanted.limit()),
            () -> data(optimised.page(caller.id(), wanted.page(), wanted.limit()), wanted, caller));
    return Response.ok(new Body(true, data.value(), watch.performance(data.hit())));
  }

  private static JsonText data(ContactPage page, Paging wanted, User caller) {
    return JsonText.of(new Data(page.contacts(), wanted.of(page.total()), caller.syncStatus()));
  }

  private record Body(boolean success, JsonText data, Performance performance) {}

  private record Data(List<Contact> contacts, Paging.Position pagination, String syncStatus) {}
}
