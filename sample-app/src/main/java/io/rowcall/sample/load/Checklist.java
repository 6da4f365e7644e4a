package io.rowcall.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * What must still hold before the optimized form may replace the baseline: the list of the events'
 * document.
 */
final class Checklist {

  private static final Map<String, String> CALLER = Map.of("X-User-Id", Volumes.HOT_USER);
  private static final String NONE = "/api/events/none";
  private static final double STEADY = 1.2;

  private final Claims promises = new Claims("before the old routes go");

  private Checklist() {}

  /** What only a running app can show: asked of one that answers both forms. */
  record Behavior(@Nullable String difference, boolean monitored, boolean refuses, boolean live) {}

  static Behavior behavior(Client client) throws Exception {
    return new Behavior(difference(client), monitored(client), refuses(client), live(client));
  }

  static List<Claim> of(Figures figures, Behavior behavior) {
    var list = new Checklist();
    list.measured(figures);
    list.shown(behavior);
    return list.promises.judged();
  }

  private void measured(Figures figures) {
    List<Result.Row> events = figures.rows(Endpoint.Source.EVENTS);
    promises.most(
        "answers come soon: p95",
        "< 300 ms",
        figures.latency(Variant.OPTIMIZED, Endpoint.EVENT).p95Millis(),
        300,
        " ms");
    promises.least(
        "the cache is used: hits", "> 70 %", figures.hitPercent(events), 70, " %", "a short run");
    promises.most(
        "no call for every row: N+1 findings",
        "0",
        figures.nPlusOneFindings(Variant.OPTIMIZED, events),
        0,
        "");
    List<Double> halves = figures.totals(Variant.OPTIMIZED).usage().heapBytesByHalf();
    double growth = halves.isEmpty() ? Double.NaN : halves.get(1) / halves.get(0);
    promises.told(
        "memory is steady: heap left, second half to first",
        "≤ " + STEADY,
        growth,
        String.format(Locale.ROOT, "%.2f", growth),
        growth <= STEADY,
        "the cache is still filling, up to its bound");
  }

  private void shown(Behavior behavior) {
    verdict(
        "both forms answer the same",
        behavior.difference() == null,
        "differs: " + behavior.difference());
    verdict("the monitor tells cache and pool", behavior.monitored(), "it does not answer");
    verdict("errors are refused as before: 400, 401, 404", behavior.refuses(), "they differ");
    verdict("changes are told while they happen", behavior.live(), "nothing was told");
  }

  private void verdict(String name, boolean holds, String why) {
    promises.told(name, "yes", 0, holds ? "yes" : "no", holds, why);
  }

  /** The first endpoint that answers differently in its two forms; null when there is none. */
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

  /** Without what differs from request to request: its cost, and what is left of a limit. */
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

  private static boolean refuses(Client client) throws Exception {
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

  /** Watches an event, answers it, and waits for the news. */
  private static boolean live(Client client) throws Exception {
    String event = "/api/events/" + Volumes.SMALL_EVENT;
    var answer =
        new Call(
            "POST",
            event + "/availability",
            Map.of("X-Session-Key", "guest-2-0"),
            "{\"blocks\":[{\"id\":20000,\"status\":\"BUSY\"}]}");
    try (Client.Listening listening = client.listen(event + "/changes")) {
      return client.send(answer).status() == 200
          && listening.firstEvent().get(60, TimeUnit.SECONDS).equals(Volumes.SMALL_EVENT);
    } catch (TimeoutException nothingTold) {
      return false;
    }
  }
}
