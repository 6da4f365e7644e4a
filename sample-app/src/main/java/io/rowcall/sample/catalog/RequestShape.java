package io.rowcall.sample.catalog;

import io.rowcall.sample.data.Volumes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Query string, headers and body of a request. */
record RequestShape(String query, Map<String, String> headers, String body) {

  static final int ATTENDEES = 6;
  static final int SLACK_EVENTS_PER_CALL = 20;

  static RequestShape byUser(Visit visit, String query) {
    return byUser(visit, query, "");
  }

  static RequestShape byUser(Visit visit, String query, String body) {
    return new RequestShape(query, Map.of("X-User-Id", visit.userId()), body);
  }

  static RequestShape bySession(Visit visit, String query) {
    return new RequestShape(query, Map.of("X-Session-Key", visit.sessionKey()), "");
  }

  /** Uses a different hour for each visit, far in the future, so that no two overlap. */
  static RequestShape newMeeting(Visit visit) {
    var start = Instant.parse("2040-01-01T00:00:00Z").plusSeconds(3600 * visit.serial());
    String attendees =
        IntStream.range(0, ATTENDEES)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT, "{\"name\":\"Guest %d\",\"email\":\"g%d@example.org\"}", i, i))
            .collect(Collectors.joining(","));
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

  static RequestShape slackEvents(Visit visit) {
    String events =
        IntStream.range(0, SLACK_EVENTS_PER_CALL)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "{\"id\":\"Ev%d-%d\",\"type\":\"message\"}",
                        visit.serial(),
                        i))
            .collect(Collectors.joining(","));
    return new RequestShape(
        "",
        Map.of(),
        String.format(
            Locale.ROOT,
            "{\"team_id\":\"%s\",\"events\":[%s]}",
            Volumes.slackTeam(visit.user()),
            events));
  }
}
