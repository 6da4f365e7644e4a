package io.rowcall.sample.catalogue;

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
    String size = pageSize == 20 ? "" : ":size:" + pageSize;
    return text("meetings:" + userId + ":page:" + page + size, Duration.ofSeconds(120))
        .tagged(meetingsTag(userId));
  }

  public static String meetingsTag(String userId) {
    return "meetings-of:" + userId;
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
