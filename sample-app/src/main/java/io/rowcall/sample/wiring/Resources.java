package io.rowcall.sample.wiring;

import io.rowcall.cache.CacheKey;
import io.rowcall.cache.TieredCache;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.db.Operations;
import io.rowcall.sample.db.Parallel;
import io.rowcall.sample.http.JsonBytes;
import io.rowcall.sample.http.Response;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;

/** Dependencies of all endpoints: database, workers, cache and keys, clock, and active parts. */
public record Resources(
    Jdbi jdbi,
    Operations operations,
    Parallel parallel,
    TieredCache cache,
    CacheKeys keys,
    Clock clock,
    Parts parts) {

  /** Responds from the cache; otherwise loads the value, and caches it in serialized form. */
  public Response cached(CacheKey<JsonBytes> key, Callable<?> load) throws Exception {
    return Response.ok(cache.get(key, () -> JsonBytes.of(load.call())));
  }
}
