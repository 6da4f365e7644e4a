package io.rowcall.sample.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

  @Test
  void parsesThePlatformForm() {
    var url = DatabaseUrl.parse("postgresql://app:s3cret@db.internal:6432/sample");
    assertEquals("jdbc:postgresql://db.internal:6432/sample", url.jdbcUrl());
    assertEquals("app", url.user());
    assertEquals("s3cret", url.password());
    assertFalse(url.toString().contains("s3cret"));
  }

  @Test
  void explainsWhatItExpected() {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> DatabaseUrl.parse("mysql://app:s3cret@db/x"));
    assertEquals(
        "DATABASE_URL must start with jdbc:h2:, jdbc:postgresql: or postgresql://; it starts with \"mysql:\"",
        refused.getMessage());
  }

  @Test
  void readsThePoolFromTheEnvironment() {
    var settings =
        PoolSettings.from(
            Map.of(
                "DATABASE_POOL_SIZE", "7",
                "DATABASE_POOL_IDLE", "2",
                "DATABASE_POOL_TIMEOUT", "10"));
    assertEquals(7, settings.maxConnections());
    assertEquals(2, settings.minIdle());
    assertEquals(Duration.ofSeconds(10), settings.acquireTimeout());
    assertEquals(Duration.ofMinutes(30), settings.maxLifetime(), "connections are replaced");
    assertEquals(20, PoolSettings.from(Map.of()).maxConnections());
    assertEquals(5, PoolSettings.from(Map.of()).minIdle());
    assertEquals(Duration.ofSeconds(30), PoolSettings.from(Map.of()).acquireTimeout());
  }
}
