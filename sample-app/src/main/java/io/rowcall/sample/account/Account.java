package io.rowcall.sample.account;

import java.time.Instant;
import java.util.List;

/** Reads and writes a user's own account. Unknown users cause a 404. */
interface Account {

  List<String> METRICS =
      List.of("meetings", "chat_messages", "storage_mb", "transcribed_minutes", "api_calls");

  Usage usage(String userId);

  BotSettings botSettings(String userId);

  void save(String userId, BotChange change);

  Subscription subscription(String userId);

  /** Usage in the current period, by metric. */
  record Usage(
      String plan, int meetingsLimit, int chatLimit, int storageMbLimit, List<Metric> metrics) {}

  /** Usage of one metric. */
  record Metric(String name, long used) {}

  /** Behavior of the bot in meetings. */
  record BotSettings(
      String userName,
      String plan,
      String botName,
      boolean autoJoin,
      boolean autoRecord,
      String language,
      String summaryStyle) {}

  /** New settings of the bot. */
  record BotChange(
      String botName, boolean autoJoin, boolean autoRecord, String language, String summaryStyle) {}

  /** The user's plan. */
  record Subscription(
      String userName, String plan, int priceCents, String status, Instant start, Instant end) {}
}
