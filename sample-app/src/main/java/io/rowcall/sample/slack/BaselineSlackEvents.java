package io.rowcall.sample.slack;

import io.rowcall.sample.http.HttpError;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks up workspace, user and duplicate for each event, then inserts it: 4 statements per event.
 */
final class BaselineSlackEvents implements SlackEvents {

  private final Jdbi jdbi;
  private final Clock clock;

  BaselineSlackEvents(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public StoredEvents store(String teamId, List<Event> events) {
    return jdbi.withHandle(
        handle -> {
          int accepted = 0;
          for (Event event : events) {
            if (storeOne(handle, teamId, event)) {
              accepted++;
            }
          }
          return new StoredEvents(accepted, events.size() - accepted);
        });
  }

  private boolean storeOne(Handle handle, String teamId, Event event) {
    String userId =
        handle
            .createQuery("SELECT user_id FROM slack_workspaces WHERE team_id = ?")
            .bind(0, teamId)
            .mapTo(String.class)
            .findOne()
            .orElseThrow(() -> HttpError.notFound("there is no workspace " + teamId));
    handle
        .createQuery("SELECT id FROM users WHERE id = ?")
        .bind(0, userId)
        .mapTo(String.class)
        .one();
    boolean known =
        handle
            .createQuery("SELECT id FROM slack_events WHERE slack_event_id = ?")
            .bind(0, event.id())
            .mapTo(Long.class)
            .findOne()
            .isPresent();
    if (known) {
      return false;
    }
    handle
        .createUpdate(
            """
            INSERT INTO slack_events (slack_event_id, team_id, event_type, payload, received_at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .bind(0, event.id())
        .bind(1, teamId)
        .bind(2, event.type())
        .bind(3, event.payload())
        .bind(4, clock.instant())
        .execute();
    return true;
  }
}
