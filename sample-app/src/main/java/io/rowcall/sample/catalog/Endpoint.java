package io.rowcall.sample.catalog;

import static io.rowcall.sample.catalog.RequestShape.bySession;
import static io.rowcall.sample.catalog.RequestShape.byUser;

import io.rowcall.sample.data.Volumes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Endpoints that exist in both forms: how to call them, how many statements the hot user's request
 * costs in each form, and the target of their source document.
 *
 * <p>The formulas count executions: one per {@code execute*} that reaches the driver; a batch is
 * one. {@code first} is the optimized form's first request, with an empty cache; {@code again} is
 * the same request once more.
 */
public enum Endpoint {
  MEETINGS_LIST(
      Source.MEETINGS,
      "GET /api/meetings/list",
      visit -> byUser(visit, "?page=" + visit.page()),
      v -> 1 + v.hot().meetings(),
      v -> 2,
      v -> 0,
      new Target(1200, 350)),
  MEETINGS_FIELDS(
      Source.MEETINGS,
      "GET /api/meetings",
      visit -> byUser(visit, "?fields=id,title,date&page=" + visit.page()),
      v -> 1 + v.hot().meetings(),
      v -> 2,
      v -> 0,
      Target.NONE),
  MEETINGS_CREATE(
      Source.MEETINGS,
      "POST /api/meetings/create",
      RequestShape::newMeeting,
      v -> 5 + RequestShape.ATTENDEES,
      v -> 3,
      v -> 3,
      new Target(850, 320)),
  USAGE(
      Source.MEETINGS,
      "GET /api/user/usage",
      visit -> byUser(visit, ""),
      v -> 3 + v.metrics(),
      v -> 1,
      v -> 0,
      new Target(800, 150)),
  BOT_SETTINGS(
      Source.MEETINGS,
      "GET /api/user/bot-settings",
      visit -> byUser(visit, ""),
      v -> 3,
      v -> 1,
      v -> 0,
      new Target(600, 100)),
  SAVE_BOT_SETTINGS(
      Source.MEETINGS,
      "PUT /api/user/bot-settings",
      visit -> byUser(visit, "", "{\"botName\":\"Notes " + visit.serial() % 7 + "\"}"),
      v -> 2,
      v -> 1,
      v -> 1,
      Target.NONE),
  CALENDAR_STATUS(
      Source.MEETINGS,
      "GET /api/user/calendar-status",
      visit -> byUser(visit, ""),
      v -> 1 + 2 * v.hot().calendars(),
      v -> 1,
      v -> 0,
      Target.NONE),
  SUBSCRIPTION(
      Source.MEETINGS,
      "GET /api/user/subscription",
      visit -> byUser(visit, ""),
      v -> 3,
      v -> 1,
      v -> 0,
      Target.NONE),
  INTEGRATIONS_LIST(
      Source.MEETINGS,
      "GET /api/integrations/list",
      visit -> byUser(visit, "?page=" + visit.page()),
      v -> 1 + v.hot().integrations(),
      v -> 2,
      v -> 0,
      new Target(900, 280)),
  INTEGRATIONS_CALENDAR(
      Source.MEETINGS,
      "GET /api/integrations/calendar",
      visit -> byUser(visit, ""),
      v -> 1 + 2 * v.hot().calendars(),
      v -> 1,
      v -> 0,
      Target.NONE),
  CALENDAR_EVENTS(
      Source.MEETINGS,
      "GET /api/calendar/events",
      visit -> byUser(visit, "?page=" + visit.page()),
      v -> 1 + v.hot().upcoming(),
      v -> 2,
      v -> 0,
      Target.NONE),
  CALENDAR_SYNC(
      Source.MEETINGS,
      "GET /api/calendar/sync",
      visit -> byUser(visit, ""),
      v -> 2 + 2 * v.syncedEvents(),
      v -> 3,
      v -> 3,
      new Target(1100, 400)),
  CHAT(
      Source.MEETINGS,
      "GET /api/rag/chat",
      visit -> byUser(visit, ""),
      v -> 2 + v.hot().messages(),
      v -> 2,
      v -> 0,
      new Target(950, 400)),
  SLACK_EVENTS(
      Source.MEETINGS,
      "POST /api/slack/events",
      RequestShape::slackEvents,
      v -> 4 * RequestShape.SLACK_EVENTS_PER_CALL,
      v -> 2,
      v -> 1,
      new Target(800, 250)),
  RATE_LIMIT(
      Source.MEETINGS,
      "GET /api/rate-limit",
      visit -> byUser(visit, ""),
      v -> 2,
      v -> 0,
      v -> 0,
      Target.NONE),
  EVENT(
      Source.EVENTS,
      "GET /api/events/{token}",
      visit -> new RequestShape("", Map.of(), ""),
      v -> 5 + v.eventSessions(),
      v -> 1,
      v -> 0,
      new Target(1750, 200)),
  MY_500(
      Source.CONTACTS,
      "GET /api/my-500",
      visit -> bySession(visit, "?page=" + visit.page()),
      v -> 2 + v.hot().contacts() + 3,
      v -> 2 + 1,
      v -> 0,
      new Target(1156, 200)),
  MY_500_SEARCH(
      Source.CONTACTS,
      "GET /api/my-500/search",
      visit -> bySession(visit, "?q=contact%201&page=" + visit.page()),
      v -> 1 + startingWithOne(v.hot().contacts()) + 3,
      v -> 2 + 1,
      v -> 2,
      new Target(1156, 200)),
  EFFECTIVENESS(
      Source.ANALYTICS,
      "GET /api/personalization/effectiveness",
      visit -> byUser(visit, ""),
      v -> 2 + v.hot().configs() + v.newRecommendations(),
      v -> 3,
      v -> 0,
      new Target(21_179, 500)),
  EVOLUTION(
      Source.ANALYTICS,
      "GET /api/behavioral-insights/patterns/evolution",
      visit -> byUser(visit, "?weeks=12"),
      v -> 1,
      v -> 1,
      v -> 0,
      new Target(2000, 500)),
  RECOMMENDATIONS(
      Source.ANALYTICS,
      "GET /api/behavioral-insights/recommendations",
      visit -> byUser(visit, "?limit=5"),
      v -> 2 + v.newRecommendations(),
      v -> 3,
      v -> 0,
      new Target(2000, 500));

  private final Source source;
  private final String method;
  private final String path;
  private final Function<Visit, RequestShape> shape;
  private final ToIntFunction<Volumes> baseline;
  private final ToIntFunction<Volumes> first;
  private final ToIntFunction<Volumes> again;
  private final Target target;

  Endpoint(
      Source source,
      String name,
      Function<Visit, RequestShape> shape,
      ToIntFunction<Volumes> baseline,
      ToIntFunction<Volumes> first,
      ToIntFunction<Volumes> again,
      Target target) {
    int blank = name.indexOf(' ');
    this.source = source;
    this.method = name.substring(0, blank);
    this.path = name.substring(blank + 1);
    this.shape = shape;
    this.baseline = baseline;
    this.first = first;
    this.again = again;
    this.target = target;
  }

  /** Project whose document describes the endpoint. */
  public enum Source {
    MEETINGS,
    EVENTS,
    CONTACTS,
    ANALYTICS
  }

  /**
   * Latency before and after, claimed by the source document, in milliseconds; zeros without a
   * claim.
   */
  public record Target(int beforeMillis, int afterMillis) {
    static final Target NONE = new Target(0, 0);
  }

  public Source source() {
    return source;
  }

  public Target target() {
    return target;
  }

  /** Returns method and path template: {@code GET /api/my-500}. */
  public String label() {
    return method + " " + path;
  }

  /** Returns method and path template of one form. */
  public String label(Form form) {
    return method + " " + path(form);
  }

  private String path(Form form) {
    if (this == EVENT) {
      // The old route is the baseline, next to the new one.
      return form == Form.BASELINE ? path : path + "/optimized";
    }
    return form.prefix() + path;
  }

  public boolean reads() {
    return method.equals("GET") && this != CALENDAR_SYNC;
  }

  /** Returns whether the optimized form uses the cache. */
  public boolean cached() {
    return reads() && this != RATE_LIMIT && this != MY_500_SEARCH;
  }

  /** Returns the cache categories of the endpoint; empty if it is not cached. */
  public List<String> cacheCategories() {
    return switch (this) {
      case MEETINGS_LIST -> List.of("meetings");
      case MEETINGS_FIELDS -> List.of("meeting-fields");
      case USAGE -> List.of("usage");
      case BOT_SETTINGS -> List.of("bot-settings");
      case CALENDAR_STATUS -> List.of("calendar-status");
      case SUBSCRIPTION -> List.of("subscription");
      case INTEGRATIONS_LIST -> List.of("integrations");
      case INTEGRATIONS_CALENDAR -> List.of("integrations-calendar");
      case CALENDAR_EVENTS -> List.of("calendar");
      case CHAT -> List.of("chat");
      case SLACK_EVENTS -> List.of("slack");
      case EVENT -> List.of("availability");
      case MY_500 -> List.of("contacts");
      case EFFECTIVENESS -> List.of("effectiveness");
      case EVOLUTION -> List.of("evolution");
      case RECOMMENDATIONS -> List.of("recommendations");
      default -> List.of();
    };
  }

  /**
   * Returns the executions of the hot user's first request, with an empty cache and nothing
   * written.
   */
  public int executions(Form form, Volumes volumes) {
    return (form == Form.BASELINE ? baseline : first).applyAsInt(volumes);
  }

  /** Returns the executions of the optimized form for the same request again. */
  public int executionsAgain(Volumes volumes) {
    return again.applyAsInt(volumes);
  }

  public Call call(Form form, Visit visit) {
    RequestShape request = shape.apply(visit);
    return new Call(
        method,
        path(form).replace("{token}", Volumes.HOT_EVENT) + request.query(),
        request.headers(),
        request.body());
  }

  /**
   * Counts the numbers from 1 to {@code last} that start with a 1: the contacts that the search
   * finds.
   */
  private static int startingWithOne(int last) {
    return (int)
        IntStream.rangeClosed(1, last).filter(n -> Integer.toString(n).startsWith("1")).count();
  }
}
