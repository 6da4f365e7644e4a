package io.rowcall.sample.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rowcall.sample.auth.User;
import io.rowcall.sample.cache.CacheKey;
import io.rowcall.sample.cache.Codec;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Every key of the cache: its text, its TTL, and the tags it is dropped with. */
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

  /** The id of the session's user. The key text is a credential, so it never leaves the process. */
  public CacheKey<String> session(String sessionKey) {
    return CacheKey.of("session:" + sessionKey, ttls.sessions(), json(String.class)).local();
  }

  /** Holds an API key, so it never leaves the process. */
  public CacheKey<User> user(String userId) {
    return CacheKey.of("user:" + userId, ttls.users(), json(User.class)).local();
  }

  public CacheKey<JsonText> contacts(String userId, int page, int limit) {
    return text("contacts:" + userId + ":" + page + ":" + limit, Duration.ofSeconds(300));
  }

  public static String contactsOf(String userId) {
    return "contacts:" + userId + ":*";
  }

  public CacheKey<JsonText> meetings(String userId, int page, int pageSize) {
    return text("meetings:" + userId + ":" + pageOf(page, pageSize), Duration.ofSeconds(120))
        .tagged(meetingsTag(userId));
  }

  public static String meetingsTag(String userId) {
    return "meetings-of:" + userId;
  }

  public CacheKey<JsonText> meetingFields(
      String userId, int page, int pageSize, String sortedFields) {
    CacheKey<JsonText> list = meetings(userId, page, pageSize);
    return text(list.text() + ":fields:" + sortedFields, list.ttl())
        .countedAs("meeting-fields")
        .tagged(meetingsTag(userId));
  }

  public CacheKey<JsonText> usage(String userId) {
    return text("user:" + userId + ":usage", Duration.ofSeconds(300))
        .countedAs("usage")
        .tagged(usageTag(userId));
  }

  public static String usageTag(String userId) {
    return "usage-of:" + userId;
  }

  public CacheKey<JsonText> settings(String userId) {
    return text("user:" + userId + ":settings", Duration.ofSeconds(3600)).countedAs("bot-settings");
  }

  public CacheKey<JsonText> subscription(String userId) {
    return text("user:" + userId + ":subscription", Duration.ofSeconds(3600))
        .countedAs("subscription");
  }

  public CacheKey<JsonText> calendarStatus(String userId) {
    return text("user:" + userId + ":calendar-status", Duration.ofSeconds(1800))
        .countedAs("calendar-status")
        .tagged(calendarTag(userId));
  }

  public CacheKey<JsonText> calendars(String userId) {
    return text("integrations:" + userId + ":calendar", Duration.ofSeconds(300))
        .countedAs("integrations-calendar")
        .tagged(calendarTag(userId));
  }

  public CacheKey<JsonText> integrations(String userId, int page, int pageSize) {
    return text("integrations:" + userId + ":" + pageOf(page, pageSize), Duration.ofSeconds(300))
        .tagged(integrationsTag(userId));
  }

  public CacheKey<JsonText> calendarEvents(String userId, int page, int pageSize) {
    return text("calendar:" + userId + ":" + pageOf(page, pageSize), Duration.ofSeconds(60))
        .tagged(calendarTag(userId));
  }

  public static String calendarTag(String userId) {
    return "calendar-of:" + userId;
  }

  public static String integrationsTag(String userId) {
    return "integrations-of:" + userId;
  }

  /**
   * @param conversation 0 for the newest
   */
  public CacheKey<JsonText> chat(String userId, long conversation) {
    return text("chat:" + userId + ":" + conversation, Duration.ofSeconds(60));
  }

  /** The user behind a Slack team. */
  public CacheKey<String> slackWorkspace(String teamId) {
    return CacheKey.of("slack:" + teamId, Duration.ofSeconds(600), json(String.class));
  }

  public CacheKey<JsonText> eventPlan(String token) {
    return text("event:" + token + ":plan", ttls.events()).countedAs("event");
  }

  /** Who can when: it changes most, so it is never kept beyond its TTL. */
  public CacheKey<JsonText> eventAvailability(String token) {
    return text("event:" + token + ":availability", ttls.availability())
        .countedAs("availability")
        .fixed();
  }

  public CacheKey<JsonText> effectiveness(String userId, String start, String end, String metric) {
    return text(
            "user:" + userId + ":personalization:effectiveness:" + start + ":" + end + ":" + metric,
            CacheTtls.MEDIUM)
        .countedAs("effectiveness");
  }

  public CacheKey<JsonText> evolution(String userId, int weeks, String patternType) {
    return text(
            "user:" + userId + ":patterns:evolution:" + weeks + ":" + patternType, CacheTtls.MEDIUM)
        .countedAs("evolution");
  }

  public CacheKey<JsonText> recommendations(String userId, boolean includeApplied, int limit) {
    return text(
            "user:" + userId + ":recommendations:" + includeApplied + ":" + limit, CacheTtls.MEDIUM)
        .countedAs("recommendations");
  }

  public static String recommendationsOf(String userId) {
    return "user:" + userId + ":recommendations:*";
  }

  /** Everything that is kept about a user, but not who the user is. */
  public static String everythingOf(String userId) {
    return "user:" + userId + ":*";
  }

  /** A whole answer of the baseline. The caller may be a credential, so it stays in the process. */
  public CacheKey<JsonText> answer(String caller, String uri) {
    return text("answer:" + caller + ":" + uri, CacheTtls.SHORT).local();
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
