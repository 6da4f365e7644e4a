package io.rowcall.load.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.load.run.Result;
import io.rowcall.load.run.Variant;
import io.rowcall.load.service.Client;
import io.rowcall.load.service.Sample;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Conditions under which the optimized form may replace the baseline, from the document on events.
 */
public final class Checklist {

  private static final Map<String, String> CALLER = Map.of("X-User-Id", Volumes.HOT_USER);
  private static final String NONE = "/api/events/none";
  private static final double MAX_GROWTH = 1.2;

  private final ClaimChecker check = new ClaimChecker("before the old routes go");

  private Checklist() {}

  /** Observations that need a running app which serves both forms. */
  public record Behavior(
      @Nullable String difference,
      boolean monitored,
      boolean rejectsErrors,
      boolean pushesChanges) {}

  public static Behavior observe(Client client) throws Exception {
    return new Behavior(
        difference(client), monitored(client), rejectsErrors(client), pushesChanges(client));
  }

  public static List<Claim> of(Figures figures, Behavior behavior) {
    var checklist = new Checklist();
    checklist.measured(figures);
    checklist.observed(behavior);
    return checklist.check.results();
  }

  private void measured(Figures figures) {
    List<Result.Row> events = figures.rows(Endpoint.Source.EVENTS);
    check.atMost(
        "responses are fast: p95",
        "< 300 ms",
        figures.latency(Variant.OPTIMIZED, Endpoint.EVENT).p95Millis(),
        300,
        " ms");
    check.atLeast(
        "the cache is used: hits", "> 70 %", figures.hitPercent(events), 70, " %", "a short run");
    check.atMost(
        "no query per row: N+1 findings",
        "0",
        figures.nPlusOneFindings(Variant.OPTIMIZED, events),
        0,
        "");
    List<Double> halves = figures.totals(Variant.OPTIMIZED).usage().heapBytesByHalf();
    double growth = halves.isEmpty() ? Double.NaN : halves.get(1) / halves.get(0);
    check.that(
        "memory is steady: heap in use, second half to first",
        "≤ " + MAX_GROWTH,
        growth,
        String.format(Locale.ROOT, "%.2f", growth),
        growth <= MAX_GROWTH,
        "the cache is still filling, up to its bound");
  }

  private void observed(Behavior behavior) {
    condition(
        "both forms answer the same",
        behavior.difference() == null,
        "differs: " + behavior.difference());
    condition("the monitor reports cache and pool", behavior.monitored(), "it does not answer");
    condition("errors keep their status: 400, 401, 404", behavior.rejectsErrors(), "they differ");
    condition("changes are pushed as they happen", behavior.pushesChanges(), "nothing was pushed");
  }

  private void condition(String name, boolean holds, String reason) {
    check.that(name, "yes", 0, holds ? "yes" : "no", holds, reason);
  }

  /** Returns the first endpoint whose two forms answer differently; null if there is none. */
  private static @Nullable String difference(Client client) throws Exception {
    for (Endpoint endpoint : Endpoint.values()) {
      if (endpoint.reads()) {
        var visit = new Visit(1, 1, 1);
        JsonNode before = comparable(client.send(endpoint.call(Form.BASELINE, visit)));
        JsonNode after = comparable(client.send(endpoint.call(Form.OPTIMIZED, visit)));
        if (!before.equals(after)) {
          return endpoint.label();
        }
      }
    }
    return null;
  }

  /** Removes what differs from request to request: its cost, and the rest of a limit. */
  private static JsonNode comparable(Sample sample) throws IOException {
    JsonNode body = Json.MAPPER.readTree(sample.body());
    if (body instanceof ObjectNode object) {
      object.remove(List.of("performance", "remaining"));
    }
    return body;
  }

  private static boolean monitored(Client client) throws Exception {
    Sample sample = client.send(new Call("GET", "/api/performance/monitor", Map.of(), ""));
    JsonNode monitor = Json.MAPPER.readTree(sample.body());
    return monitor.has("cache") && monitor.has("pool");
  }

  private static boolean rejectsErrors(Client client) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (String form : new String[] {"/baseline", ""}) {
      String list = form + "/api/meetings/list";
      statuses.add(client.send(new Call("GET", list + "?page=0", CALLER, "")).status());
      statuses.add(client.send(new Call("GET", list, Map.of(), "")).status());
    }
    statuses.add(client.send(new Call("GET", NONE, Map.of(), "")).status());
    statuses.add(client.send(new Call("GET", NONE + "/optimized", Map.of(), "")).status());
    return statuses.equals(List.of(400, 401, 400, 401, 404, 404));
  }

  /** Subscribes to an event, answers it, and waits for the change to be pushed. */
  private static boolean pushesChanges(Client client) throws Exception {
    String event = "/api/events/" + Volumes.SMALL_EVENT;
    var answer =
        new Call(
            "POST",
            event + "/availability",
            Map.of("X-Session-Key", "guest-2-0"),
            "{\"blocks\":[{\"id\":20000,\"status\":\"BUSY\"}]}");
    try (Client.EventSubscription subscription = client.listen(event + "/changes")) {
      return client.send(answer).status() == 200
          && subscription.firstEvent().get(60, TimeUnit.SECONDS).equals(Volumes.SMALL_EVENT);
    } catch (TimeoutException nothingPushed) {
      return false;
    }
  }
}
