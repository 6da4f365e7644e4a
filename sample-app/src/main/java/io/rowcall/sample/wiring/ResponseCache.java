package io.rowcall.sample.wiring;

import io.rowcall.cache.CacheKey;
import io.rowcall.cache.TieredCache;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.http.JsonBytes;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Response cache in front of the baseline, as is often added to slow endpoints: by caller and URI,
 * for a minute, invalidated when the caller writes.
 */
public final class ResponseCache {

  private static final Set<String> CACHED_ROUTES =
      Arrays.stream(Endpoint.values())
          .filter(Endpoint::cached)
          .map(endpoint -> endpoint.label(Form.BASELINE))
          .collect(Collectors.toUnmodifiableSet());

  private final TieredCache cache;
  private final CacheKeys keys;

  public ResponseCache(TieredCache cache, CacheKeys keys) {
    this.cache = cache;
    this.keys = keys;
  }

  /** Returns the route with a cache, if it is a baseline route whose optimized form is cached. */
  public Route wrap(Route route) {
    if (CACHED_ROUTES.contains(route.method() + " " + route.template())) {
      return new Route(
          route.method(),
          route.template(),
          request -> {
            CacheKey<JsonBytes> key = keys.answer(caller(request), uri(request));
            return Response.ok(
                cache.get(key, () -> new JsonBytes(route.handler().handle(request).body())));
          });
    }
    if (route.method().equals("GET")) {
      return route;
    }
    return new Route(
        route.method(),
        route.template(),
        request -> {
          Response written = route.handler().handle(request);
          cache.invalidate(CacheKeys.answersOf(caller(request)));
          return written;
        });
  }

  private static String caller(Request request) {
    String user = request.header("X-User-Id");
    String session = request.header("X-Session-Key");
    return user != null ? user : session != null ? session : "anybody";
  }

  private static String uri(Request request) {
    return request.path() + "?" + new TreeMap<>(request.query());
  }
}
