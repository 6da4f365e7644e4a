package io.rowcall.sample.catalog;

import io.rowcall.sample.data.Volumes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Every endpoint that exists in both forms: how it is called, how many statements the hot user's
 * request costs in each form, and what its source document wanted to reach.
 *
 * <p>The formulas count executions: one for each {@code execute*} that reaches the driver, a batch
 * is one. {@code first} is the optimized form's first request, with nothing cached; {@code again}
 * is the same request once more.
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
      Endpoint::newMeeting,
      v -> 5 + Endpoint.INVITED,
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
      Endpoint::slackEvents,
      v -> 4 * Endpoint.SLACK_EVENTS_IN_A_CALL,
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
      visit -> new Shape("", Map.of(), ""),
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

  private static final int INVITED = 6;
  private static final int SLACK_EVENTS_IN_A_CALL = 20;

  private final Source source;
  private final String method;
  private final String path;
  private final Function<Visit, Shape> shape;
  private final ToIntFunction<Volumes> baseline;
  private final ToIntFunction<Volumes> first;
  private final ToIntFunction<Volumes> again;
  private final Target target;

  Endpoint(
      Source source,
      String name,
      Function<Visit, Shape> shape,
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

  /** The project whose documents described the endpoint. */
  public enum Source {
    MEETINGS,
    EVENTS,
    CONTACTS,
    ANALYTICS
  }

  /**
   * What a source document measured before and wanted after, in milliseconds; zeros where it says
   * nothing.
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

  /** Method and path template: {@code GET /api/my-500}. */
  public String label() {
    return method + " " + path;
  }

  /** Method and path template in one form. */
  public String label(Form form) {
    return method + " " + path(form);
  }

  private String path(Form form) {
    if (this == EVENT) {
      // Its old route is the baseline, and the new one lies beside it.
      return form == Form.BASELINE ? path : path + "/optimized";
    }
    return form.prefix() + path;
  }

  public boolean reads() {
    return method.equals("GET") && this != CALENDAR_SYNC;
  }

  /** Whether the optimized form answers from the cache when it can. */
  public boolean cached() {
    return reads() && this != RATE_LIMIT && this != MY_500_SEARCH;
  }

  /** What the cache counts the endpoint's hits and misses under; none for what is not cached. */
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
      case EVENT -> List.of("event", "availability");
      case MY_500 -> List.of("contacts");
      case EFFECTIVENESS -> List.of("effectiveness");
      case EVOLUTION -> List.of("evolution");
      case RECOMMENDATIONS -> List.of("recommendations");
      default -> List.of();
    };
  }

  /** Executions of the hot user's first request, with nothing cached and nothing written before. */
  public int executions(Form form, Volumes volumes) {
    return (form == Form.BASELINE ? baseline : first).applyAsInt(volumes);
  }

  /** Executions of the optimized form when the same request comes again. */
  public int executionsAgain(Volumes volumes) {
    return again.applyAsInt(volumes);
  }

  public Call call(Form form, Visit visit) {
    Shape shaped = shape.apply(visit);
    return new Call(
        method,
        path(form).replace("{token}", Volumes.HOT_EVENT) + shaped.query(),
        shaped.headers(),
        shaped.body());
  }

  private record Shape(String query, Map<String, String> headers, String body) {}

  private static Shape byUser(Visit visit, String query) {
    return byUser(visit, query, "");
  }

  private static Shape byUser(Visit visit, String query, String body) {
    return new Shape(query, Map.of("X-User-Id", visit.userId()), body);
  }

  private static Shape bySession(Visit visit, String query) {
    return new Shape(query, Map.of("X-Session-Key", visit.sessionKey()), "");
  }

  /** An hour of its own for each visit, far ahead, so that no two overlap. */
  private static Shape newMeeting(Visit visit) {
    var start = java.time.Instant.parse("2040-01-01T00:00:00Z").plusSeconds(3600 * visit.serial());
    String attendees =
        IntStream.range(0, INVITED)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT, "{\"name\":\"Guest %d\",\"email\":\"g%d@example.org\"}", i, i))
            .collect(java.util.stream.Collectors.joining(","));
    return byUser(
        visit,
        "",
        String.format(
            Locale.ROOT,
            "{\"title\":\"Meeting %d\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"attendees\":[%s]}",
            visit.serial(),
            start,
            start.plusSeconds(1800),
            attendees));
  }

  private static Shape slackEvents(Visit visit) {
    String events =
        IntStream.range(0, SLACK_EVENTS_IN_A_CALL)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "{\"id\":\"Ev%d-%d\",\"type\":\"message\"}",
                        visit.serial(),
                        i))
            .collect(java.util.stream.Collectors.joining(","));
    return new Shape(
        "",
        Map.of(),
        String.format(
            Locale.ROOT,
            "{\"team_id\":\"%s\",\"events\":[%s]}",
            Volumes.slackTeam(visit.user()),
            events));
  }

  /**
   * How many of the numbers from 1 to the last begin with a 1: the contacts that the search finds.
   */
  private static int startingWithOne(int last) {
    return (int)
        IntStream.rangeClosed(1, last).filter(n -> Integer.toString(n).startsWith("1")).count();
  }
}
