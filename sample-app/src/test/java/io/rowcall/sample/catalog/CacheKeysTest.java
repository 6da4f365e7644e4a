package io.rowcall.sample.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cache.CacheKey;
import io.rowcall.cache.CacheSettings;
import io.rowcall.cache.TieredCache;
import io.rowcall.sample.http.JsonBytes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CacheKeysTest {

  private final CacheKeys keys = new CacheKeys(CacheTtls.DEFAULT);

  @Test
  void haveTheDocumentedTextsAndTtls() {
    Map<String, Long> seconds =
        all().stream().collect(Collectors.toMap(CacheKey::text, each -> each.ttl().toSeconds()));
    assertEquals(
        Map.ofEntries(
            Map.entry("session:s", 300L),
            Map.entry("user:u", 600L),
            Map.entry("contacts:u:2:20", 300L),
            Map.entry("meetings:u:page:2", 120L),
            Map.entry("meetings:u:page:2:size:50", 120L),
            Map.entry("meetings:u:page:1:fields:id,title", 120L),
            Map.entry("user:u:usage", 300L),
            Map.entry("user:u:settings", 3600L),
            Map.entry("user:u:subscription", 3600L),
            Map.entry("user:u:calendar-status", 1800L),
            Map.entry("integrations:u:calendar", 300L),
            Map.entry("integrations:u:page:1", 300L),
            Map.entry("calendar:u:page:1", 60L),
            Map.entry("calendar:u:page:1:size:5", 60L),
            Map.entry("chat:u:7", 60L),
            Map.entry("slack:T1", 600L),
            Map.entry("event:t:plan", 120L),
            Map.entry("event:t:availability", 30L),
            Map.entry("user:u:personalization:effectiveness:a:b:m", 300L),
            Map.entry("user:u:patterns:evolution:12:all", 300L),
            Map.entry("user:u:recommendations:false:5", 300L)),
        seconds);
  }

  @Test
  void keepCredentialsAndSecretsInTheProcess() {
    assertFalse(keys.session("s").shared());
    assertFalse(keys.user("u", String.class).shared());
    assertTrue(keys.usage("u").shared());
  }

  @Test
  void readTheTtlsOfEventsFromTheEnvironmentInMilliseconds() {
    var other =
        new CacheKeys(
            CacheTtls.from(
                Map.of(
                    "CACHE_TTL_EVENTS", "1000",
                    "CACHE_TTL_SESSIONS", "2000",
                    "CACHE_TTL_USERS", "3000",
                    "CACHE_TTL_AVAILABILITY", "4000")));
    assertEquals(Duration.ofSeconds(1), other.eventPlan("t", String.class).ttl());
    assertEquals(Duration.ofSeconds(2), other.session("s").ttl());
    assertEquals(Duration.ofSeconds(3), other.user("u", String.class).ttl());
    assertEquals(Duration.ofSeconds(4), other.eventAvailability("t").ttl());
  }

  @Test
  void letNoCallersTextPassForAWildcardOrForTwoSegments() throws Exception {
    try (var cache = new TieredCache(CacheSettings.DEFAULT)) {
      for (String user : List.of("*", "*:1", "u")) {
        cache.get(keys.contacts(user, 1, 20), () -> JsonBytes.of(1));
        cache.get(keys.answer(user, "/"), () -> JsonBytes.of(1));
        cache.get(keys.usage(user), () -> JsonBytes.of(1));
        cache.get(keys.chat(user, 1), () -> JsonBytes.of(1));
        cache.get(keys.recommendations(user, false, 1), () -> JsonBytes.of(1));
      }
      cache.invalidate(CacheKeys.recommendationsOf("*"));
      assertEquals(14, cache.stats().valid());
      cache.invalidate(CacheKeys.contactsOf("*"));
      assertEquals(13, cache.stats().valid());
      cache.invalidate(CacheKeys.answersOf("*"));
      assertEquals(12, cache.stats().valid());
      cache.invalidate(CacheKeys.everythingOf("*"));
      assertEquals(11, cache.stats().valid());
      cache.invalidate(CacheKeys.chatsOf("*"));
      assertEquals(10, cache.stats().valid(), "those of the other two");
    }
  }

  @Test
  void coverFifteenEndpoints() {
    assertEquals(15, Arrays.stream(Endpoint.values()).filter(Endpoint::cached).count());
    for (Endpoint endpoint : Endpoint.values()) {
      assertTrue(
          !endpoint.cached() || !endpoint.cacheCategories().isEmpty(),
          () -> endpoint + " is counted nowhere");
    }
  }

  @Test
  void liveForOneFiveFifteenOrSixtyMinutes() {
    assertEquals(
        List.of(1L, 5L, 15L, 60L),
        Stream.of(CacheTtls.SHORT, CacheTtls.MEDIUM, CacheTtls.LONG, CacheTtls.HOUR)
            .map(Duration::toMinutes)
            .toList());
  }

  private List<CacheKey<?>> all() {
    return List.of(
        keys.session("s"),
        keys.user("u", String.class),
        keys.contacts("u", 2, 20),
        keys.meetings("u", 2, 20),
        keys.meetings("u", 2, 50),
        keys.meetingFields("u", 1, 20, "id,title"),
        keys.usage("u"),
        keys.settings("u"),
        keys.subscription("u"),
        keys.calendarStatus("u"),
        keys.calendars("u"),
        keys.integrations("u", 1, 20),
        keys.calendarEvents("u", 1, 20),
        keys.calendarEvents("u", 1, 5),
        keys.chat("u", 7),
        keys.slackWorkspace("T1"),
        keys.eventPlan("t", String.class),
        keys.eventAvailability("t"),
        keys.effectiveness("u", "a", "b", "m"),
        keys.evolution("u", 12, "all"),
        keys.recommendations("u", false, 5));
  }
}
