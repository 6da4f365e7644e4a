package io.rowcall.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.http.Json;
import java.io.IOException;
import java.util.Map;

/** What the app says about its own cache and pool, from one moment to another. */
final class Monitor {

  private final JsonNode earlier;
  private final JsonNode now;

  private Monitor(JsonNode earlier, JsonNode now) {
    this.earlier = earlier;
    this.now = now;
  }

  /** Since the app was started. */
  static Monitor of(Client client) throws IOException, InterruptedException {
    Sample sample = client.send(new Call("GET", "/api/performance/monitor", Map.of(), ""));
    return new Monitor(Json.MAPPER.createObjectNode(), Json.MAPPER.readTree(sample.body()));
  }

  /** Since an earlier look. */
  Monitor since(Monitor before) {
    return new Monitor(before.now, now);
  }

  /** The lookups for the endpoint; none when it makes none. */
  Lookups lookups(Endpoint endpoint) {
    return endpoint.cacheCategories().stream()
        .map(category -> lookups("/cache/categories/" + category))
        .reduce(Lookups.NONE, Lookups::plus);
  }

  /** All lookups. */
  Lookups lookups() {
    return lookups("/cache");
  }

  private Lookups lookups(String path) {
    return new Lookups(counted(path + "/hits"), counted(path + "/misses"));
  }

  long cacheBytes() {
    return now.at("/cache/bytes").asLong();
  }

  PoolUse pool() {
    return new PoolUse(
        now.at("/pool/max").asInt(),
        now.at("/pool/mostActive").asInt(),
        counted("/pool/acquisitions"),
        now.at("/pool/waitedMillis").asDouble() - earlier.at("/pool/waitedMillis").asDouble(),
        counted("/pool/heldMillis"));
  }

  private long counted(String path) {
    return now.at(path).asLong() - earlier.at(path).asLong();
  }

  /**
   * The connections of the pool.
   *
   * @param mostActive since the app was started
   * @param waitedMillis until one was there, {@code heldMillis} until it was given back: sums over
   *     all acquisitions
   */
  record PoolUse(
      int max, int mostActive, long acquisitions, double waitedMillis, long heldMillis) {}
}
