package io.rowcall.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.catalogue.Call;
import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.http.Json;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;

/** What the app says about its own cache at the end of a run. */
final class Monitor {

  private final JsonNode cache;

  private Monitor(JsonNode cache) {
    this.cache = cache;
  }

  static Monitor of(Client client) throws IOException, InterruptedException {
    Sample sample = client.send(new Call("GET", "/api/performance/monitor", Map.of(), ""));
    return new Monitor(Json.MAPPER.readTree(sample.body()).path("cache"));
  }

  /** Hits among the lookups of the endpoint; empty when it makes none. */
  OptionalDouble hitRatio(Endpoint endpoint) {
    return endpoint
        .cacheCategory()
        .map(category -> cache.path("categories").path(category).path("hitRatio"))
        .filter(JsonNode::isNumber)
        .map(ratio -> OptionalDouble.of(ratio.asDouble()))
        .orElse(OptionalDouble.empty());
  }

  /** Hits among all lookups of the endpoints that a source document describes. */
  double hitRatio(Endpoint.Source source) {
    long hits = 0;
    long lookups = 0;
    for (Endpoint endpoint : Endpoint.values()) {
      if (endpoint.source() == source && endpoint.cached()) {
        JsonNode category = cache.path("categories").path(endpoint.cacheCategory().orElse(""));
        hits += category.path("hits").asLong();
        lookups += category.path("hits").asLong() + category.path("misses").asLong();
      }
    }
    return lookups == 0 ? 0 : (double) hits / lookups;
  }

  /** Hits among all lookups. */
  double hitRatio() {
    return cache.path("hitRatio").asDouble();
  }

  long cacheBytes() {
    return cache.path("bytes").asLong();
  }
}
