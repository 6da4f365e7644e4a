package io.rowcall.sample.wiring;

import io.rowcall.sample.cache.CacheKey;
import io.rowcall.sample.cache.TieredCache;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.db.Operations;
import io.rowcall.sample.db.Parallel;
import io.rowcall.sample.http.JsonText;
import io.rowcall.sample.http.Response;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;

/**
 * Database, worker threads, cache, its keys, the clock, and which parts are switched on: what
 * endpoints are built from.
 */
public record Resources(
    Jdbi jdbi,
    Operations operations,
    Parallel parallel,
    TieredCache cache,
    CacheKeys keys,
    Clock clock,
    Parts parts) {

  /**
   * Answers from the cache; otherwise with what is loaded, which is then kept as it was written.
   */
  public Response cached(CacheKey<JsonText> key, Callable<?> load) throws Exception {
    return Response.ok(cache.get(key, () -> JsonText.of(load.call())));
  }
}
