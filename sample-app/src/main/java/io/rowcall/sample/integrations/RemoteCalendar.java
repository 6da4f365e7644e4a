package io.rowcall.sample.integrations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Simulated calendar providers: the same events on each sync, spread over the connected calendars.
 */
final class RemoteCalendar {

  private RemoteCalendar() {}

  /** Event with the provider's id. */
  record Remote(long integrationId, String externalId, String title, Instant start, Instant end) {}

  static List<Remote> pull(List<Long> connections, int events, Instant now) {
    List<Remote> pulled = new ArrayList<>();
    Instant start = now.truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS);
    for (int i = 0; i < events && !connections.isEmpty(); i++) {
      pulled.add(
          new Remote(
              connections.get(i % connections.size()),
              "ext-" + i,
              "Calendar event " + i,
              start,
              start.plus(1, ChronoUnit.HOURS)));
    }
    return pulled;
  }
}
