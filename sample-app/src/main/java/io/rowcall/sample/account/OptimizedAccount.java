package io.rowcall.sample.account;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.http.HttpError;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Reads what belongs together in one statement, and writes with one. */
final class OptimizedAccount implements Account {

  private final Jdbi jdbi;
  private final Clock clock;

  OptimizedAccount(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public Usage usage(String userId) {
    Map<String, Long> used = new HashMap<>();
    List<Usage> plans =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT p.name, p.meetings_limit, p.chat_limit, p.storage_mb_limit,
                               e.metric, SUM(e.quantity) AS used
                        FROM subscriptions s
                        JOIN plans p ON p.code = s.plan_code
                        LEFT JOIN usage_events e ON e.user_id = s.user_id AND e.occurred_at >= s.period_start
                        WHERE s.user_id = ? AND s.status = 'ACTIVE'
                        GROUP BY p.name, p.meetings_limit, p.chat_limit, p.storage_mb_limit, e.metric
                        """)
                    .bind(0, userId)
                    .map(
                        (row, context) -> {
                          String metric = row.getString("metric");
                          if (metric != null) {
                            used.put(metric, row.getLong("used"));
                          }
                          return new Usage(
                              row.getString("name"),
                              row.getInt("meetings_limit"),
                              row.getInt("chat_limit"),
                              row.getInt("storage_mb_limit"),
                              List.of());
                        })
                    .list());
    if (plans.isEmpty()) {
      throw HttpError.notFound(userId + " has no subscription");
    }
    Usage plan = plans.get(0);
    return new Usage(
        plan.plan(),
        plan.meetingsLimit(),
        plan.chatLimit(),
        plan.storageMbLimit(),
        METRICS.stream().map(name -> new Metric(name, used.getOrDefault(name, 0L))).toList());
  }

  @Override
  public BotSettings botSettings(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT u.name, s.plan_code, COALESCE(b.bot_name, 'Notetaker') AS bot_name,
                           COALESCE(b.auto_join, TRUE) AS auto_join,
                           COALESCE(b.auto_record, FALSE) AS auto_record,
                           COALESCE(b.bot_language, 'en') AS bot_language,
                           COALESCE(b.summary_style, 'short') AS summary_style
                    FROM users u
                    JOIN subscriptions s ON s.user_id = u.id AND s.status = 'ACTIVE'
                    LEFT JOIN bot_settings b ON b.user_id = u.id
                    WHERE u.id = ?
                    """)
                .bind(0, userId)
                .map(
                    (row, context) ->
                        new BotSettings(
                            row.getString("name"),
                            row.getString("plan_code"),
                            row.getString("bot_name"),
                            row.getBoolean("auto_join"),
                            row.getBoolean("auto_record"),
                            row.getString("bot_language"),
                            row.getString("summary_style")))
                .findOne()
                .orElseThrow(() -> HttpError.notFound("there is no user " + userId)));
  }

  @Override
  public void save(String userId, BotChange change) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    MERGE INTO bot_settings b
                    USING (VALUES (CAST(:userId AS VARCHAR(64)), CAST(:botName AS VARCHAR(80)),
                                   CAST(:autoJoin AS BOOLEAN), CAST(:autoRecord AS BOOLEAN),
                                   CAST(:language AS VARCHAR(10)), CAST(:summaryStyle AS VARCHAR(30)),
                                   CAST(:now AS TIMESTAMP WITH TIME ZONE)))
                      v(user_id, bot_name, auto_join, auto_record, bot_language, summary_style, updated_at)
                    ON b.user_id = v.user_id
                    WHEN MATCHED THEN UPDATE
                      SET bot_name = v.bot_name, auto_join = v.auto_join, auto_record = v.auto_record,
                          bot_language = v.bot_language, summary_style = v.summary_style,
                          updated_at = v.updated_at
                    WHEN NOT MATCHED THEN
                      INSERT (user_id, bot_name, auto_join, auto_record, bot_language, summary_style, updated_at)
                      VALUES (v.user_id, v.bot_name, v.auto_join, v.auto_record, v.bot_language,
                              v.summary_style, v.updated_at)
                    """)
                .bindMethods(change)
                .bind("userId", userId)
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public Subscription subscription(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT u.name AS user_name, p.name AS plan, p.price_cents, s.status, s.period_start, s.period_end
                    FROM users u
                    JOIN subscriptions s ON s.user_id = u.id AND s.status = 'ACTIVE'
                    JOIN plans p ON p.code = s.plan_code
                    WHERE u.id = ?
                    """)
                .bind(0, userId)
                .map(
                    (row, context) ->
                        new Subscription(
                            row.getString("user_name"),
                            row.getString("plan"),
                            row.getInt("price_cents"),
                            row.getString("status"),
                            Columns.instant(row, "period_start"),
                            Columns.instant(row, "period_end")))
                .findOne()
                .orElseThrow(() -> HttpError.notFound("there is no user " + userId)));
  }
}
