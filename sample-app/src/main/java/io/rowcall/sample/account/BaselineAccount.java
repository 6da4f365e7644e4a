package io.rowcall.sample.account;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.http.HttpError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads one row after the other, and usage metric by metric. */
final class BaselineAccount implements Account {

  private final Jdbi jdbi;
  private final Clock clock;

  BaselineAccount(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** 3 + M statements. */
  @Override
  public Usage usage(String userId) {
    return jdbi.withHandle(
        handle -> {
          userName(handle, userId);
          Subscribed subscribed = subscribed(handle, userId);
          Plan plan = plan(handle, subscribed.planCode());
          List<Metric> metrics = new ArrayList<>();
          for (String metric : METRICS) {
            long used =
                handle
                    .createQuery(
                        """
                        SELECT COALESCE(SUM(quantity), 0) FROM usage_events
                        WHERE user_id = ? AND metric = ? AND occurred_at >= ?
                        """)
                    .bind(0, userId)
                    .bind(1, metric)
                    .bind(2, subscribed.start())
                    .mapTo(Long.class)
                    .one();
            metrics.add(new Metric(metric, used));
          }
          return new Usage(
              plan.name(), plan.meetingsLimit(), plan.chatLimit(), plan.storageMbLimit(), metrics);
        });
  }

  /** 3 statements. */
  @Override
  public BotSettings botSettings(String userId) {
    return jdbi.withHandle(
        handle -> {
          String userName = userName(handle, userId);
          String plan = subscribed(handle, userId).planCode();
          return handle
              .createQuery("SELECT * FROM bot_settings WHERE user_id = ?")
              .bind(0, userId)
              .map(
                  (row, context) ->
                      new BotSettings(
                          userName,
                          plan,
                          row.getString("bot_name"),
                          row.getBoolean("auto_join"),
                          row.getBoolean("auto_record"),
                          row.getString("bot_language"),
                          row.getString("summary_style")))
              .findOne()
              .orElseGet(
                  () -> new BotSettings(userName, plan, "Notetaker", true, false, "en", "short"));
        });
  }

  /** 2 statements: checks for a row, then updates or inserts. */
  @Override
  public void save(String userId, BotChange change) {
    jdbi.useHandle(
        handle -> {
          boolean exists =
              handle
                  .createQuery("SELECT user_id FROM bot_settings WHERE user_id = ?")
                  .bind(0, userId)
                  .mapTo(String.class)
                  .findOne()
                  .isPresent();
          handle
              .createUpdate(
                  exists
                      ? """
                        UPDATE bot_settings
                        SET bot_name = :botName, auto_join = :autoJoin, auto_record = :autoRecord,
                            bot_language = :language, summary_style = :summaryStyle, updated_at = :now
                        WHERE user_id = :userId
                        """
                      : """
                        INSERT INTO bot_settings (user_id, bot_name, auto_join, auto_record, bot_language,
                                                  summary_style, updated_at)
                        VALUES (:userId, :botName, :autoJoin, :autoRecord, :language, :summaryStyle, :now)
                        """)
              .bindMethods(change)
              .bind("userId", userId)
              .bind("now", clock.instant())
              .execute();
        });
  }

  /** 3 statements. */
  @Override
  public Subscription subscription(String userId) {
    return jdbi.withHandle(
        handle -> {
          String userName = userName(handle, userId);
          Subscribed subscribed = subscribed(handle, userId);
          Plan plan = plan(handle, subscribed.planCode());
          return new Subscription(
              userName,
              plan.name(),
              plan.priceCents(),
              "ACTIVE",
              subscribed.start(),
              subscribed.end());
        });
  }

  private static String userName(Handle handle, String userId) {
    return handle
        .createQuery("SELECT * FROM users WHERE id = ?")
        .bind(0, userId)
        .map((row, context) -> row.getString("name"))
        .findOne()
        .orElseThrow(() -> HttpError.notFound("there is no user " + userId));
  }

  private static Subscribed subscribed(Handle handle, String userId) {
    return handle
        .createQuery("SELECT * FROM subscriptions WHERE user_id = ? AND status = 'ACTIVE'")
        .bind(0, userId)
        .map((row, context) -> Subscribed.from(row))
        .findOne()
        .orElseThrow(() -> HttpError.notFound(userId + " has no subscription"));
  }

  private static Plan plan(Handle handle, String code) {
    return handle
        .createQuery("SELECT * FROM plans WHERE code = ?")
        .bind(0, code)
        .map((row, context) -> Plan.from(row))
        .one();
  }

  private record Subscribed(String planCode, Instant start, Instant end) {
    static Subscribed from(ResultSet row) throws SQLException {
      return new Subscribed(
          row.getString("plan_code"),
          Columns.instant(row, "period_start"),
          Columns.instant(row, "period_end"));
    }
  }

  private record Plan(
      String name, int priceCents, int meetingsLimit, int chatLimit, int storageMbLimit) {
    static Plan from(ResultSet row) throws SQLException {
      return new Plan(
          row.getString("name"),
          row.getInt("price_cents"),
          row.getInt("meetings_limit"),
          row.getInt("chat_limit"),
          row.getInt("storage_mb_limit"));
    }
  }
}
