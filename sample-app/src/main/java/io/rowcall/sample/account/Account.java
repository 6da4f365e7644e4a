package io.rowcall.sample.account;

import java.time.Instant;
import java.util.List;

/** What a user reads and writes about the own account. Unknown users are a 404. */
interface Account {

  List<String> METRICS =
      List.of("meetings", "chat_messages", "storage_mb", "transcribed_minutes", "api_calls");

  Usage usage(String userId);

  BotSettings botSettings(String userId);

  void save(String userId, BotChange change);

  Subscription subscription(String userId);

  /** What was used in the current period, by metric. */
  record Usage(
      String plan, int meetingsLimit, int chatLimit, int storageMbLimit, List<Metric> metrics) {}

  /** One metric of the usage. */
  record Metric(String name, long used) {}

  /** How the bot behaves in meetings. */
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

  /** The plan that a user pays for. */
  record Subscription(
      String userName, String plan, int priceCents, String status, Instant start, Instant end) {}
}
