package io.rowcall.sample.integrations;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.http.Pages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads each row's details separately, and returns one page of all rows. */
final class BaselineIntegrations implements Integrations {

  private final Jdbi jdbi;
  private final Clock clock;

  BaselineIntegrations(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** 1 + G statements. */
  @Override
  public Page<Integration> list(String userId, int page, int pageSize) {
    return jdbi.withHandle(
        handle -> {
          List<Integration> integrations =
              handle
                  .createQuery(
                      "SELECT * FROM integrations WHERE user_id = ? ORDER BY created_at DESC, id DESC")
                  .bind(0, userId)
                  .map(
                      (row, context) ->
                          new Integration(
                              row.getLong("id"),
                              row.getString("provider"),
                              row.getString("integration_kind"),
                              row.getString("status"),
                              row.getString("external_account"),
                              null))
                  .list();
          List<Integration> complete = new ArrayList<>();
          for (Integration each : integrations) {
            complete.add(
                new Integration(
                    each.id(),
                    each.provider(),
                    each.kind(),
                    each.status(),
                    each.account(),
                    latestRun(handle, each.id()).orElse(null)));
          }
          return new Page<>(new Pages(page, pageSize).slice(complete), complete.size());
        });
  }

  /** 1 + 2C statements. */
  @Override
  public List<CalendarConnection> calendars(String userId) {
    return jdbi.withHandle(
        handle -> {
          List<CalendarConnection> connections =
              handle
                  .createQuery(
                      "SELECT * FROM integrations WHERE user_id = ? AND integration_kind = 'CALENDAR' ORDER BY id")
                  .bind(0, userId)
                  .map(
                      (row, context) ->
                          new CalendarConnection(
                              row.getLong("id"),
                              row.getString("provider"),
                              row.getString("external_account"),
                              row.getString("status"),
                              null,
                              0))
                  .list();
          List<CalendarConnection> complete = new ArrayList<>();
          for (CalendarConnection each : connections) {
            Instant lastSyncAt =
                latestRun(handle, each.id()).map(Integration.Run::startedAt).orElse(null);
            long upcoming =
                handle
                    .createQuery(
                        """
                        SELECT COUNT(*) FROM calendar_events
                        WHERE integration_id = ? AND deleted = FALSE AND starts_at >= ?
                        """)
                    .bind(0, each.id())
                    .bind(1, clock.instant())
                    .mapTo(Long.class)
                    .one();
            complete.add(
                new CalendarConnection(
                    each.id(),
                    each.provider(),
                    each.account(),
                    each.status(),
                    lastSyncAt,
                    upcoming));
          }
          return complete;
        });
  }

  /** 1 + V statements. */
  @Override
  public Page<CalendarEvent> events(String userId, int page, int pageSize) {
    return jdbi.withHandle(
        handle -> {
          List<CalendarEvent> events =
              handle
                  .createQuery(
                      """
                      SELECT * FROM calendar_events
                      WHERE user_id = ? AND deleted = FALSE AND starts_at >= ?
                      ORDER BY starts_at, id
                      """)
                  .bind(0, userId)
                  .bind(1, clock.instant())
                  .map((row, context) -> CalendarEvent.from(row))
                  .list();
          List<CalendarEvent> complete = new ArrayList<>();
          for (CalendarEvent event : events) {
            complete.add(event.with(guests(handle, event.id())));
          }
          return new Page<>(new Pages(page, pageSize).slice(complete), complete.size());
        });
  }

  /** Reads all events and compares them in memory. */
  @Override
  public Delta changedSince(String userId, Instant since) {
    List<Long> changed = new ArrayList<>();
    List<Long> deleted = new ArrayList<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM calendar_events WHERE user_id = ? ORDER BY updated_at, id")
                .bind(0, userId)
                .map(
                    (row, context) -> {
                      if (Columns.instant(row, "updated_at").isAfter(since)) {
                        (row.getBoolean("deleted") ? deleted : changed).add(row.getLong("id"));
                      }
                      return row.getRow();
                    })
                .list());
    return new Delta(changed, deleted);
  }

  /** 2 + 2E statements: looks up each event, then updates or inserts it. */
  @Override
  public int sync(String userId, int events) {
    return jdbi.withHandle(
        handle -> {
          Instant now = clock.instant();
          List<RemoteCalendar.Remote> pulled =
              RemoteCalendar.pull(CalendarConnection.idsOf(handle, userId), events, now);
          for (RemoteCalendar.Remote event : pulled) {
            Optional<Long> known =
                handle
                    .createQuery(
                        "SELECT id FROM calendar_events WHERE integration_id = ? AND external_id = ?")
                    .bind(0, event.integrationId())
                    .bind(1, event.externalId())
                    .mapTo(Long.class)
                    .findOne();
            if (known.isPresent()) {
              handle
                  .createUpdate("UPDATE calendar_events SET title = ?, updated_at = ? WHERE id = ?")
                  .bind(0, event.title())
                  .bind(1, now)
                  .bind(2, known.get())
                  .execute();
            } else {
              handle
                  .createUpdate(
                      """
                      INSERT INTO calendar_events
                        (user_id, integration_id, external_id, title, starts_at, ends_at, updated_at)
                      VALUES (?, ?, ?, ?, ?, ?, ?)
                      """)
                  .bind(0, userId)
                  .bind(1, event.integrationId())
                  .bind(2, event.externalId())
                  .bind(3, event.title())
                  .bind(4, event.start())
                  .bind(5, event.end())
                  .bind(6, now)
                  .execute();
            }
          }
          SyncStatus.update(handle, userId, now);
          return pulled.size();
        });
  }

  private static Optional<Integration.Run> latestRun(Handle handle, long integrationId) {
    return handle
        .createQuery(
            """
            SELECT * FROM integration_sync_runs
            WHERE integration_id = ?
            ORDER BY started_at DESC, id DESC
            LIMIT 1
            """)
        .bind(0, integrationId)
        .map(
            (row, context) ->
                new Integration.Run(
                    row.getString("status"),
                    row.getInt("items"),
                    Columns.instant(row, "started_at")))
        .findOne();
  }

  private static List<CalendarEvent.Guest> guests(Handle handle, long eventId) {
    return handle
        .createQuery(
            "SELECT * FROM calendar_event_attendees WHERE calendar_event_id = ? ORDER BY id")
        .bind(0, eventId)
        .map(
            (row, context) ->
                new CalendarEvent.Guest(row.getString("email"), row.getString("response_status")))
        .list();
  }
}
