package io.rowcall.sample.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rowcall.sample.cache.CacheKey;
import io.rowcall.sample.cache.Codec;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** All keys of the cache, with their TTLs and the tags for their invalidation. */
public final class CacheKeys {

  private static final Codec<JsonText> TEXT =
      new Codec<>() {
        @Override
        public byte[] encode(JsonText value) {
          return value.text().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public JsonText decode(byte[] bytes) {
          return new JsonText(new String(bytes, StandardCharsets.UTF_8));
        }
      };

  private final CacheTtls ttls;

  public CacheKeys(CacheTtls ttls) {
    this.ttls = ttls;
  }

  /** Id of the session's user. The key text is a credential, so it never leaves the process. */
  public CacheKey<String> session(String sessionKey) {
    return CacheKey.of("session:" + sessionKey, ttls.sessions(), json(String.class)).localOnly();
  }

  /**
   * User with an API key, so it never leaves the process.
   *
   * @param type of the users of the service, which this package does not know
   */
  public <U> CacheKey<U> user(String userId, Class<U> type) {
    return CacheKey.of(userOf(userId), ttls.users(), json(type)).localOnly();
  }

  public static String userOf(String userId) {
    return "user:" + userId;
  }

  public CacheKey<JsonText> contacts(String userId, int page, int limit) {
    return text("contacts:" + userId + ":" + page + ":" + limit, Duration.ofSeconds(300));
  }

  public static String contactsOf(String userId) {
    return "contacts:" + userId + ":*";
  }

  public CacheKey<JsonText> meetings(String userId, int page, int pageSize) {
    return text("meetings:" + userId + ":" + pageOf(page, pageSize), Duration.ofSeconds(120))
        .withTag(meetingsTag(userId));
  }

  public static String meetingsTag(String userId) {
    return "meetings-of:" + userId;
  }

  public CacheKey<JsonText> meetingFields(
      String userId, int page, int pageSize, String sortedFields) {
    CacheKey<JsonText> list = meetings(userId, page, pageSize);
    return text(list.text() + ":fields:" + sortedFields, list.ttl())
        .inCategory("meeting-fields")
        .withTag(meetingsTag(userId));
  }

  public CacheKey<JsonText> usage(String userId) {
    return text("user:" + userId + ":usage", Duration.ofSeconds(300))
        .inCategory("usage")
        .withTag(usageTag(userId));
  }

  public static String usageTag(String userId) {
    return "usage-of:" + userId;
  }

  public CacheKey<JsonText> settings(String userId) {
    return text("user:" + userId + ":settings", Duration.ofSeconds(3600))
        .inCategory("bot-settings");
  }

  public CacheKey<JsonText> subscription(String userId) {
    return text("user:" + userId + ":subscription", Duration.ofSeconds(3600))
        .inCategory("subscription");
  }

  public CacheKey<JsonText> calendarStatus(String userId) {
    return text("user:" + userId + ":calendar-status", Duration.ofSeconds(1800))
        .inCategory("calendar-status")
        .withTag(calendarTag(userId));
  }

  public CacheKey<JsonText> calendars(String userId) {
    return text("integrations:" + userId + ":calendar", Duration.ofSeconds(300))
        .inCategory("integrations-calendar")
        .withTag(calendarTag(userId));
  }

  public CacheKey<JsonText> integrations(String userId, int page, int pageSize) {
    return text("integrations:" + userId + ":" + pageOf(page, pageSize), Duration.ofSeconds(300))
        .withTag(integrationsTag(userId));
  }

  public CacheKey<JsonText> calendarEvents(String userId, int page, int pageSize) {
    return text("calendar:" + userId + ":" + pageOf(page, pageSize), Duration.ofSeconds(60))
        .withTag(calendarTag(userId));
  }

  public static String calendarTag(String userId) {
    return "calendar-of:" + userId;
  }

  public static String integrationsTag(String userId) {
    return "integrations-of:" + userId;
  }

  /**
   * Messages of a conversation.
   *
   * @param conversation 0 for the newest
   */
  public CacheKey<JsonText> chat(String userId, long conversation) {
    return text("chat:" + userId + ":" + conversation, Duration.ofSeconds(60));
  }

  /** User of a Slack team. */
  public CacheKey<String> slackWorkspace(String teamId) {
    return CacheKey.of("slack:" + teamId, Duration.ofSeconds(600), json(String.class));
  }

  public CacheKey<JsonText> eventPlan(String token) {
    return text("event:" + token + ":plan", ttls.events()).inCategory("event");
  }

  /** Availability: it changes most often, so its TTL is never extended. */
  public CacheKey<JsonText> eventAvailability(String token) {
    return text("event:" + token + ":availability", ttls.availability())
        .inCategory("availability")
        .withFixedTtl();
  }

  public CacheKey<JsonText> effectiveness(String userId, String start, String end, String metric) {
    return text(
            "user:" + userId + ":personalization:effectiveness:" + start + ":" + end + ":" + metric,
            CacheTtls.MEDIUM)
        .inCategory("effectiveness");
  }

  public CacheKey<JsonText> evolution(String userId, int weeks, String patternType) {
    return text(
            "user:" + userId + ":patterns:evolution:" + weeks + ":" + patternType, CacheTtls.MEDIUM)
        .inCategory("evolution");
  }

  public CacheKey<JsonText> recommendations(String userId, boolean includeApplied, int limit) {
    return text(
            "user:" + userId + ":recommendations:" + includeApplied + ":" + limit, CacheTtls.MEDIUM)
        .inCategory("recommendations");
  }

  public static String recommendationsOf(String userId) {
    return "user:" + userId + ":recommendations:*";
  }

  /** Drops everything cached about a user, except for who the user is. */
  public static String everythingOf(String userId) {
    return "user:" + userId + ":*";
  }

  /**
   * Complete response of the baseline. The caller may be a credential, so it stays in the process.
   */
  public CacheKey<JsonText> answer(String caller, String uri) {
    return text("answer:" + caller + ":" + uri, CacheTtls.SHORT).localOnly();
  }

  public static String answersOf(String caller) {
    return "answer:" + caller + ":*";
  }

  public CacheTtls ttls() {
    return ttls;
  }

  private static String pageOf(int page, int pageSize) {
    return "page:" + page + (pageSize == 20 ? "" : ":size:" + pageSize);
  }

  private static CacheKey<JsonText> text(String key, Duration ttl) {
    return CacheKey.of(key, ttl, TEXT);
  }

  private static <T> Codec<T> json(Class<T> type) {
    return new Codec<>() {
      @Override
      public byte[] encode(T value) throws JsonProcessingException {
        return Json.MAPPER.writeValueAsBytes(value);
      }

      @Override
      public T decode(byte[] bytes) throws IOException {
        return Json.MAPPER.readValue(bytes, type);
      }
    };
  }
}
