package io.rowcall.sample.operations;

import io.rowcall.cache.CacheStats;
import io.rowcall.cache.Invalidation;
import io.rowcall.cache.TieredCache;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Endpoints for operators. None of them uses the database, except to warm the cache. */
public final class OperationRoutes {

  private static final double LOW_HIT_RATIO = 0.4;
  private static final long LOOKUPS_BEFORE_ALERT = 200;
  private static final Duration WARM_TTL = Duration.ofMinutes(5);

  private final TieredCache cache;
  private final Database database;
  private final CacheWarmer warmer;

  public OperationRoutes(TieredCache cache, Database database, CacheWarmer warmer) {
    this.cache = cache;
    this.database = database;
    this.warmer = warmer;
  }

  /** Loads an event into the cache. */
  @FunctionalInterface
  public interface CacheWarmer {
    void warm(String token, Duration ttl) throws Exception;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/performance/monitor", request -> Response.ok(monitor())),
        Route.get("/api/metrics/performance", request -> Response.ok(monitor())),
        Route.post("/api/cache/clear", request -> clear()),
        Route.post("/api/cache/warm", this::warm));
  }

  private Map<String, Object> monitor() {
    CacheStats stats = cache.stats();
    Map<String, Object> monitor = new LinkedHashMap<>();
    monitor.put("uptimeMillis", ManagementFactory.getRuntimeMXBean().getUptime());
    monitor.put("cache", stats);
    monitor.put("cacheHealth", cache.health());
    Pool connections = connections();
    monitor.put("pool", connections);
    monitor.put("heapUsedBytes", heapUsedBytes());
    monitor.put("operations", database.operations().figures());
    monitor.put("alerts", alerts(stats, connections));
    return monitor;
  }

  private static List<String> alerts(CacheStats stats, Pool connections) {
    List<String> alerts = new ArrayList<>();
    if (stats.hits() + stats.misses() >= LOOKUPS_BEFORE_ALERT && stats.hitRatio() < LOW_HIT_RATIO) {
      alerts.add("hit ratio below 40 %; see the categories");
    }
    if (connections.waiting() > 0) {
      alerts.add("requests wait for a connection; the pool is exhausted");
    }
    return alerts;
  }

  private Pool connections() {
    var pool = database.pool();
    var bean = pool.getHikariPoolMXBean();
    var metrics = database.poolMetrics();
    return new Pool(
        bean.getActiveConnections(),
        bean.getIdleConnections(),
        bean.getTotalConnections(),
        bean.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize(),
        metrics.mostActive(),
        metrics.acquisitions(),
        metrics.waitedMillis(),
        metrics.heldMillis(),
        metrics.timeouts());
  }

  private static long heapUsedBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /**
   * Resets to a known state: clears the cache, and retires every connection after its current use.
   */
  private Response clear() {
    cache.invalidate(Invalidation.ofEverything());
    database.pool().getHikariPoolMXBean().softEvictConnections();
    return Response.ok(Map.of("cleared", true));
  }

  private Response warm(Request request) throws Exception {
    String tokens = request.parameter("tokens");
    if (tokens == null || tokens.isBlank()) {
      throw HttpError.badRequest("tokens must name the events to load, separated by commas");
    }
    List<String> warmed = List.of(tokens.split(","));
    for (String token : warmed) {
      warmer.warm(token.trim(), WARM_TTL);
    }
    return Response.ok(Map.of("warmed", warmed));
  }

  /**
   * Use of the connection pool.
   *
   * @param mostActive peak number of connections in use since the start
   * @param acquisitions number of connections taken
   * @param waitedMillis total time to take them
   * @param heldMillis total time that connections were held
   */
  private record Pool(
      int active,
      int idle,
      int total,
      int waiting,
      int max,
      int mostActive,
      long acquisitions,
      double waitedMillis,
      long heldMillis,
      long timeouts) {}
}
