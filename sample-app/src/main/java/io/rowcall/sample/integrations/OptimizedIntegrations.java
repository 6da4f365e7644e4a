package io.rowcall.sample.integrations;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.db.Parallel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page with its details joined and, at the same time, the total; writes in one batch and
 * one transaction.
 */
final class OptimizedIntegrations implements Integrations {

  private final Jdbi jdbi;
  private final Parallel parallel;
  private final Clock clock;

  OptimizedIntegrations(Jdbi jdbi, Parallel parallel, Clock clock) {
    this.jdbi = jdbi;
    this.parallel = parallel;
    this.clock = clock;
  }

  /** 2 statements. */
  @Override
  public Page<Integration> list(String userId, int page, int pageSize) throws Exception {
    return parallel.both(
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            SELECT i.id, i.provider, i.integration_kind, i.status, i.external_account,
                                   r.status AS run_status, r.items, r.started_at
                            FROM (SELECT id, provider, integration_kind, status, external_account, created_at,
                                         (SELECT x.id FROM integration_sync_runs x
                                          WHERE x.integration_id = integrations.id
                                          ORDER BY x.started_at DESC, x.id DESC
                                          LIMIT 1) AS latest_run
                                  FROM integrations
                                  WHERE user_id = ?
                                  ORDER BY created_at DESC, id DESC
                                  LIMIT ? OFFSET ?) i
                            LEFT JOIN integration_sync_runs r ON r.id = i.latest_run
                            ORDER BY i.created_at DESC, i.id DESC
                            """)
                        .bind(0, userId)
                        .bind(1, pageSize)
                        .bind(2, (page - 1) * pageSize)
                        .map(
                            (row, context) ->
                                new Integration(
                                    row.getLong("id"),
                                    row.getString("provider"),
                                    row.getString("integration_kind"),
                                    row.getString("status"),
                                    row.getString("external_account"),
                                    run(row)))
                        .list()),
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery("SELECT COUNT(*) FROM integrations WHERE user_id = ?")
                        .bind(0, userId)
                        .mapTo(Long.class)
                        .one()),
        Page::new);
  }

  /** 1 statement. */
  @Override
  public List<CalendarConnection> calendars(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT i.id, i.provider, i.external_account, i.status,
                           (SELECT MAX(r.started_at) FROM integration_sync_runs r
                            WHERE r.integration_id = i.id) AS last_sync_at,
                           (SELECT COUNT(*) FROM calendar_events e
                            WHERE e.integration_id = i.id AND e.deleted = FALSE AND e.starts_at >= ?) AS upcoming
                    FROM integrations i
                    WHERE i.user_id = ? AND i.integration_kind = 'CALENDAR'
                    ORDER BY i.id
                    """)
                .bind(0, clock.instant())
                .bind(1, userId)
                .map(
                    (row, context) ->
                        new CalendarConnection(
                            row.getLong("id"),
                            row.getString("provider"),
                            row.getString("external_account"),
                            row.getString("status"),
                            Columns.instantOrNull(row, "last_sync_at"),
                            row.getLong("upcoming")))
                .list());
  }

  /** 2 statements. */
  @Override
  public Page<CalendarEvent> events(String userId, int page, int pageSize) throws Exception {
    Instant now = clock.instant();
    return parallel.both(
        () -> pageOfEvents(userId, now, page, pageSize),
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            SELECT COUNT(*) FROM calendar_events
                            WHERE user_id = ? AND deleted = FALSE AND starts_at >= ?
                            """)
                        .bind(0, userId)
                        .bind(1, now)
                        .mapTo(Long.class)
                        .one()),
        Page::new);
  }

  private List<CalendarEvent> pageOfEvents(String userId, Instant now, int page, int pageSize) {
    Map<Long, CalendarEvent> events = new LinkedHashMap<>();
    Map<Long, List<CalendarEvent.Guest>> guests = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT e.id, e.title, e.starts_at, e.ends_at, a.email, a.response_status
                    FROM (SELECT id, title, starts_at, ends_at
                          FROM calendar_events
                          WHERE user_id = ? AND deleted = FALSE AND starts_at >= ?
                          ORDER BY starts_at, id
                          LIMIT ? OFFSET ?) e
                    LEFT JOIN calendar_event_attendees a ON a.calendar_event_id = e.id
                    ORDER BY e.starts_at, e.id, a.id
                    """)
                .bind(0, userId)
                .bind(1, now)
                .bind(2, pageSize)
                .bind(3, (page - 1) * pageSize)
                .map(
                    (row, context) -> {
                      CalendarEvent event = CalendarEvent.from(row);
                      events.putIfAbsent(event.id(), event);
                      List<CalendarEvent.Guest> invited =
                          guests.computeIfAbsent(event.id(), id -> new ArrayList<>());
                      String email = row.getString("email");
                      if (email != null) {
                        invited.add(
                            new CalendarEvent.Guest(email, row.getString("response_status")));
                      }
                      return event.id();
                    })
                .list());
    return events.values().stream()
        .map(event -> event.with(guests.getOrDefault(event.id(), List.of())))
        .toList();
  }

  /** 1 statement. */
  @Override
  public Delta changedSince(String userId, Instant since) {
    List<Long> changed = new ArrayList<>();
    List<Long> deleted = new ArrayList<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, deleted FROM calendar_events
                    WHERE user_id = ? AND updated_at > ?
                    ORDER BY updated_at, id
                    """)
                .bind(0, userId)
                .bind(1, since)
                .map(
                    (row, context) ->
                        (row.getBoolean("deleted") ? deleted : changed).add(row.getLong("id")))
                .list());
    return new Delta(changed, deleted);
  }

  /** 3 statements, one transaction. */
  @Override
  public int sync(String userId, int events) {
    return jdbi.inTransaction(
        handle -> {
          Instant now = clock.instant();
          List<RemoteCalendar.Remote> pulled =
              RemoteCalendar.pull(CalendarConnection.idsOf(handle, userId), events, now);
          merge(handle, userId, pulled, now);
          SyncStatus.update(handle, userId, now);
          return pulled.size();
        });
  }

  private static void merge(
      Handle handle, String userId, List<RemoteCalendar.Remote> pulled, Instant now) {
    if (pulled.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            MERGE INTO calendar_events t
            USING (VALUES (CAST(? AS VARCHAR(64)), CAST(? AS BIGINT), CAST(? AS VARCHAR(80)),
                           CAST(? AS VARCHAR(200)), CAST(? AS TIMESTAMP WITH TIME ZONE),
                           CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS TIMESTAMP WITH TIME ZONE)))
              v(user_id, integration_id, external_id, title, starts_at, ends_at, updated_at)
            ON t.integration_id = v.integration_id AND t.external_id = v.external_id
            WHEN MATCHED THEN UPDATE SET title = v.title, updated_at = v.updated_at
            WHEN NOT MATCHED THEN
              INSERT (user_id, integration_id, external_id, title, starts_at, ends_at, updated_at)
              VALUES (v.user_id, v.integration_id, v.external_id, v.title, v.starts_at, v.ends_at, v.updated_at)
            """);
    for (RemoteCalendar.Remote event : pulled) {
      batch.add(
          userId,
          event.integrationId(),
          event.externalId(),
          event.title(),
          event.start(),
          event.end(),
          now);
    }
    batch.execute();
  }

  private static Integration.@Nullable Run run(ResultSet row) throws SQLException {
    Instant startedAt = Columns.instantOrNull(row, "started_at");
    return startedAt == null
        ? null
        : new Integration.Run(row.getString("run_status"), row.getInt("items"), startedAt);
  }
}
