package io.rowcall.sample.events;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.http.HttpError;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads event, host, visitor, people and blocks, then each person's answers: 5 + S statements. */
final class BaselineEvents {

  private final Jdbi jdbi;

  BaselineEvents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Returns the event.
   *
   * @param visitor the visitor's session key, if any
   */
  EventView event(String token, @Nullable String visitor) {
    return jdbi.withHandle(
        handle -> {
          Found found =
              handle
                  .createQuery("SELECT * FROM events WHERE token = ?")
                  .bind(0, token)
                  .map(
                      (row, context) ->
                          new Found(
                              row.getLong("id"),
                              row.getString("title"),
                              row.getString("description"),
                              row.getString("time_zone"),
                              row.getString("host_user_id")))
                  .findOne()
                  .orElseThrow(() -> HttpError.notFound("there is no such event"));
          String host =
              handle
                  .createQuery("SELECT name FROM users WHERE id = ?")
                  .bind(0, found.hostUserId())
                  .mapTo(String.class)
                  .one();
          visit(handle, found.id(), visitor);
          List<EventView.Person> people =
              handle
                  .createQuery("SELECT * FROM event_sessions WHERE event_id = ? ORDER BY id")
                  .bind(0, found.id())
                  .map(
                      (row, context) ->
                          new EventView.Person(row.getLong("id"), row.getString("display_name")))
                  .list();
          List<EventView.Slot> slots =
              handle
                  .createQuery(
                      "SELECT * FROM event_blocks WHERE event_id = ? ORDER BY starts_at, id")
                  .bind(0, found.id())
                  .map(
                      (row, context) ->
                          new EventView.Slot(
                              row.getLong("id"),
                              Columns.instant(row, "starts_at"),
                              Columns.instant(row, "ends_at")))
                  .list();
          List<EventView.Answer> answers = new ArrayList<>();
          for (EventView.Person person : people) {
            answers.addAll(answers(handle, person.id()));
          }
          return new EventView(
              new EventView.Details(
                  found.id(), token, found.title(), found.description(), found.timeZone(), host),
              people,
              Availability.blocks(slots, answers));
        });
  }

  /** Looks up the visitor, although the result is not shown. */
  private static void visit(Handle handle, long eventId, @Nullable String visitor) {
    var unused =
        handle
            .createQuery("SELECT * FROM event_sessions WHERE event_id = ? AND session_key = ?")
            .bind(0, eventId)
            .bind(1, visitor == null ? "" : visitor)
            .mapToMap()
            .findOne();
  }

  private static List<EventView.Answer> answers(Handle handle, long personId) {
    return handle
        .createQuery("SELECT * FROM event_availability WHERE session_id = ?")
        .bind(0, personId)
        .map(
            (row, context) ->
                new EventView.Answer(personId, row.getLong("block_id"), row.getString("status")))
        .list();
  }

  private record Found(
      long id, String title, @Nullable String description, String timeZone, String hostUserId) {}
}
