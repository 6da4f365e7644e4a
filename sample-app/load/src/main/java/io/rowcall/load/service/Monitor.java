package io.rowcall.load.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.http.Json;
import java.io.IOException;
import java.util.Map;

/** The app's own view of its cache and pool, as differences between two readings. */
public final class Monitor {

  private final JsonNode earlier;
  private final JsonNode now;

  private Monitor(JsonNode earlier, JsonNode now) {
    this.earlier = earlier;
    this.now = now;
  }

  /** Reads the figures since the start of the app. */
  public static Monitor of(Client client) throws IOException, InterruptedException {
    Sample sample = client.send(new Call("GET", "/api/performance/monitor", Map.of(), ""));
    return new Monitor(Json.MAPPER.createObjectNode(), Json.MAPPER.readTree(sample.body()));
  }

  /** Returns the differences from an earlier reading. */
  public Monitor since(Monitor before) {
    return new Monitor(before.now, now);
  }

  /** Returns the lookups of an endpoint. */
  public Lookups lookups(Endpoint endpoint) {
    return endpoint.cacheCategories().stream()
        .map(category -> lookups("/cache/categories/" + category))
        .reduce(Lookups.NONE, Lookups::plus);
  }

  /** Returns all lookups. */
  public Lookups lookups() {
    return lookups("/cache");
  }

  private Lookups lookups(String path) {
    return new Lookups(difference(path + "/hits"), difference(path + "/misses"));
  }

  public long cacheBytes() {
    return now.at("/cache/bytes").asLong();
  }

  public PoolUse pool() {
    return new PoolUse(
        now.at("/pool/max").asInt(),
        now.at("/pool/mostActive").asInt(),
        difference("/pool/acquisitions"),
        now.at("/pool/waitedMillis").asDouble() - earlier.at("/pool/waitedMillis").asDouble(),
        difference("/pool/heldMillis"));
  }

  private long difference(String path) {
    return now.at(path).asLong() - earlier.at(path).asLong();
  }

  /**
   * Use of the connection pool.
   *
   * @param mostActive peak since the start of the app
   * @param waitedMillis time until a connection was handed out, summed over all acquisitions
   * @param heldMillis time until it was returned, summed likewise
   */
  public record PoolUse(
      int max, int mostActive, long acquisitions, double waitedMillis, long heldMillis) {}
}
