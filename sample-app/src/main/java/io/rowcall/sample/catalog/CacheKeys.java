package io.rowcall.sample.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rowcall.cache.CacheKey;
import io.rowcall.cache.Codec;
import io.rowcall.cache.Invalidation;
import io.rowcall.cache.KeyText;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.JsonBytes;
import java.io.IOException;
import java.time.Duration;

/** All keys of the cache, with their TTLs and the tags for their invalidation. */
public final class CacheKeys {

  private static final Codec<JsonBytes> AS_BYTES = Codec.of(JsonBytes::utf8, JsonBytes::new);

  private final CacheTtls ttls;

  public CacheKeys(CacheTtls ttls) {
    this.ttls = ttls;
  }

  /** Id of the session's user. The key text is a credential, so it never leaves the process. */
  public CacheKey<String> session(String sessionKey) {
    return CacheKey.of(KeyText.of("session", sessionKey), ttls.sessions(), json(String.class))
        .localOnly();
  }

  /**
   * User with an API key, so it never leaves the process.
   *
   * @param type of the users of the service, which this package does not know
   */
  public <U> CacheKey<U> user(String userId, Class<U> type) {
    return CacheKey.of(userText(userId), ttls.users(), json(type)).localOnly();
  }

  /** Drops who a user is, and nothing else about the user. */
  public static Invalidation user(String userId) {
    return Invalidation.ofKey(userText(userId));
  }

  private static String userText(String userId) {
    return KeyText.of("user", userId);
  }

  public CacheKey<JsonBytes> contacts(String userId, int page, int limit) {
    return bytes(Duration.ofSeconds(300), "contacts", userId, page, limit);
  }

  public static Invalidation contactsOf(String userId) {
    return Invalidation.ofPrefix("contacts", userId);
  }

  public CacheKey<JsonBytes> meetings(String userId, int page, int pageSize) {
    return paged(Duration.ofSeconds(120), page, pageSize, "meetings", userId)
        .withTag(meetingsTag(userId));
  }

  public static String meetingsTag(String userId) {
    return "meetings-of:" + userId;
  }

  public CacheKey<JsonBytes> meetingFields(
      String userId, int page, int pageSize, String sortedFields) {
    CacheKey<JsonBytes> list = meetings(userId, page, pageSize);
    return CacheKey.of(list.text() + ":" + KeyText.of("fields", sortedFields), list.ttl(), AS_BYTES)
        .inCategory("meeting-fields")
        .withTag(meetingsTag(userId));
  }

  public CacheKey<JsonBytes> usage(String userId) {
    return bytes(Duration.ofSeconds(300), "user", userId, "usage")
        .inCategory("usage")
        .withTag(usageTag(userId));
  }

  public static String usageTag(String userId) {
    return "usage-of:" + userId;
  }

  public CacheKey<JsonBytes> settings(String userId) {
    return bytes(Duration.ofSeconds(3600), "user", userId, "settings").inCategory("bot-settings");
  }

  public CacheKey<JsonBytes> subscription(String userId) {
    return bytes(Duration.ofSeconds(3600), "user", userId, "subscription")
        .inCategory("subscription");
  }

  public CacheKey<JsonBytes> calendarStatus(String userId) {
    return bytes(Duration.ofSeconds(1800), "user", userId, "calendar-status")
        .inCategory("calendar-status")
        .withTag(calendarTag(userId));
  }

  public CacheKey<JsonBytes> calendars(String userId) {
    return bytes(Duration.ofSeconds(300), "integrations", userId, "calendar")
        .inCategory("integrations-calendar")
        .withTag(calendarTag(userId));
  }

  public CacheKey<JsonBytes> integrations(String userId, int page, int pageSize) {
    return paged(Duration.ofSeconds(300), page, pageSize, "integrations", userId)
        .withTag(integrationsTag(userId));
  }

  public CacheKey<JsonBytes> calendarEvents(String userId, int page, int pageSize) {
    return paged(Duration.ofSeconds(60), page, pageSize, "calendar", userId)
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
  public CacheKey<JsonBytes> chat(String userId, long conversation) {
    return bytes(Duration.ofSeconds(60), "chat", userId, conversation);
  }

  public static Invalidation chatsOf(String userId) {
    return Invalidation.ofPrefix("chat", userId);
  }

  /** User of a Slack team. */
  public CacheKey<String> slackWorkspace(String teamId) {
    return CacheKey.of(KeyText.of("slack", teamId), Duration.ofSeconds(600), json(String.class));
  }

  /**
   * Event without its answers.
   *
   * @param type of the plans of the service, which this package does not know
   */
  public <P> CacheKey<P> eventPlan(String token, Class<P> type) {
    return CacheKey.of(KeyText.of("event", token, "plan"), ttls.events(), json(type))
        .inCategory("event");
  }

  /** Event with its answers: these change most often, so the TTL is never extended. */
  public CacheKey<JsonBytes> eventAvailability(String token) {
    return bytes(ttls.availability(), "event", token, "availability")
        .inCategory("availability")
        .withFixedTtl();
  }

  public CacheKey<JsonBytes> effectiveness(String userId, String start, String end, String metric) {
    return bytes(
            CacheTtls.MEDIUM,
            "user",
            userId,
            "personalization",
            "effectiveness",
            start,
            end,
            metric)
        .inCategory("effectiveness");
  }

  public CacheKey<JsonBytes> evolution(String userId, int weeks, String patternType) {
    return bytes(CacheTtls.MEDIUM, "user", userId, "patterns", "evolution", weeks, patternType)
        .inCategory("evolution");
  }

  public CacheKey<JsonBytes> recommendations(String userId, boolean includeApplied, int limit) {
    return bytes(CacheTtls.MEDIUM, "user", userId, "recommendations", includeApplied, limit)
        .inCategory("recommendations");
  }

  public static Invalidation recommendationsOf(String userId) {
    return Invalidation.ofPrefix("user", userId, "recommendations");
  }

  /** Drops everything cached about a user, except for who the user is. */
  public static Invalidation everythingOf(String userId) {
    return Invalidation.ofPrefix("user", userId);
  }

  /**
   * Complete response of the baseline. The caller may be a credential, so it stays in the process.
   */
  public CacheKey<JsonBytes> answer(String caller, String uri) {
    return bytes(CacheTtls.SHORT, "answer", caller, uri).localOnly();
  }

  public static Invalidation answersOf(String caller) {
    return Invalidation.ofPrefix("answer", caller);
  }

  public CacheTtls ttls() {
    return ttls;
  }

  private static CacheKey<JsonBytes> paged(
      Duration ttl, int page, int pageSize, String kind, String userId) {
    return pageSize == 20
        ? bytes(ttl, kind, userId, "page", page)
        : bytes(ttl, kind, userId, "page", page, "size", pageSize);
  }

  private static CacheKey<JsonBytes> bytes(Duration ttl, Object... segments) {
    return CacheKey.of(KeyText.of(segments), ttl, AS_BYTES);
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
