package io.rowcall.sample.catalogue;

import io.rowcall.sample.data.Volumes;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Every endpoint that exists in both forms: how it is called, how many statements the hot user's
 * request costs in each form, and what its source document wanted to reach.
 */
public enum Endpoint {
  MEETINGS_LIST(
      "GET /api/meetings/list",
      visit -> byUser(visit, "?page=" + visit.page()),
      volumes -> 1 + volumes.hotMeetings(),
      volumes -> 2,
      true,
      new Target(1200, 350)),
  MY_500(
      "GET /api/my-500",
      visit -> bySession(visit, "?page=" + visit.page()),
      volumes -> 2 + volumes.hotContacts() + 3,
      volumes -> 2 + 1,
      true,
      new Target(1156, 200));

  private final String method;
  private final String path;
  private final Function<Visit, Shape> shape;
  private final ToIntFunction<Volumes> baselineExecutions;
  private final ToIntFunction<Volumes> optimisedExecutions;
  private final boolean cached;
  private final Target target;

  Endpoint(
      String name,
      Function<Visit, Shape> shape,
      ToIntFunction<Volumes> baselineExecutions,
      ToIntFunction<Volumes> optimisedExecutions,
      boolean cached,
      Target target) {
    int blank = name.indexOf(' ');
    this.method = name.substring(0, blank);
    this.path = name.substring(blank + 1);
    this.shape = shape;
    this.baselineExecutions = baselineExecutions;
    this.optimisedExecutions = optimisedExecutions;
    this.cached = cached;
    this.target = target;
  }

  /** What a source document measured before and wanted after, in milliseconds. */
  public record Target(int beforeMillis, int afterMillis) {}

  /** Method and path template: {@code GET /api/my-500}. */
  public String label() {
    return method + " " + path;
  }

  /** Method and path template in one form, as a report names the endpoint. */
  public String label(Form form) {
    return method + " " + form.prefix() + path;
  }

  public Target target() {
    return target;
  }

  /** Whether the optimised form answers from the cache when it can. */
  public boolean cached() {
    return cached;
  }

  /** Executions of the hot user's first request, with nothing cached. */
  public int executions(Form form, Volumes volumes) {
    return (form == Form.BASELINE ? baselineExecutions : optimisedExecutions).applyAsInt(volumes);
  }

  /** Executions when the same request comes again. */
  public int executionsAgain(Form form, Volumes volumes) {
    return form == Form.OPTIMISED && cached ? 0 : executions(form, volumes);
  }

  public Call call(Form form, Visit visit) {
    Shape shaped = shape.apply(visit);
    return new Call(method, form.prefix() + path + shaped.query(), shaped.headers(), shaped.body());
  }

  private record Shape(String query, Map<String, String> headers, String body) {}

  private static Shape byUser(Visit visit, String query) {
    return new Shape(query, Map.of("X-User-Id", visit.userId()), "");
  }

  private static Shape bySession(Visit visit, String query) {
    return new Shape(query, Map.of("X-Session-Key", visit.sessionKey()), "");
  }
}
