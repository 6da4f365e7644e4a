package io.rowcall.sample.slack;

import io.rowcall.cache.TieredCache;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.http.HttpError;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks up the workspace once, and caches it; inserts new events in one batch: 2 statements, later
 * 1.
 */
final class OptimizedSlackEvents implements SlackEvents {

  private final Jdbi jdbi;
  private final Clock clock;
  private final TieredCache cache;
  private final CacheKeys keys;

  OptimizedSlackEvents(Jdbi jdbi, Clock clock, TieredCache cache, CacheKeys keys) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.cache = cache;
    this.keys = keys;
  }

  @Override
  public StoredEvents store(String teamId, List<Event> events) throws Exception {
    cache.get(keys.slackWorkspace(teamId), () -> workspaceUser(teamId));
    Instant now = clock.instant();
    int accepted =
        jdbi.inTransaction(
            handle -> {
              var batch =
                  handle.prepareBatch(
                      """
                      INSERT INTO slack_events (slack_event_id, team_id, event_type, payload, received_at)
                      SELECT CAST(:id AS VARCHAR(60)), CAST(:teamId AS VARCHAR(40)),
                             CAST(:type AS VARCHAR(60)), CAST(:payload AS VARCHAR(4000)),
                             CAST(:now AS TIMESTAMP WITH TIME ZONE)
                      WHERE NOT EXISTS (SELECT 1 FROM slack_events WHERE slack_event_id = :id)
                      """);
              for (Event event : events) {
                batch.bindMethods(event).bind("teamId", teamId).bind("now", now).add();
              }
              return Arrays.stream(batch.execute()).sum();
            });
    return new StoredEvents(accepted, events.size() - accepted);
  }

  private String workspaceUser(String teamId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT u.id FROM slack_workspaces w JOIN users u ON u.id = w.user_id
                    WHERE w.team_id = ?
                    """)
                .bind(0, teamId)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> HttpError.notFound("there is no workspace " + teamId)));
  }
}
