package io.rowcall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cache.LocalRedis;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.db.DatabaseUrl;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Two instances of the app sharing one database and one Redis. */
class TwoInstancesTest {

  private static final Map<String, String> CALLER = Map.of("X-User-Id", "user-3");
  private static final Call READ = new Call("GET", "/api/user/bot-settings", CALLER, "");

  @Test
  void seesTheWritesOfTheOtherInstanceAndSurvivesTheLossOfRedis() throws Exception {
    var h2 = new JdbcDataSource();
    h2.setUrl(DatabaseUrl.inMemory("second-instances").jdbcUrl());
    h2.setUser("sa");
    try (LocalRedis redis = LocalRedis.start();
        RunningApp first = RunningApp.over(h2, options -> shared(options, redis));
        RunningApp second = RunningApp.over(h2, options -> shared(options, redis))) {
      first.send(READ);
      assertEquals(0, second.executionsOf(READ), "the second tier has it");
      first.send(new Call("PUT", "/api/user/bot-settings", CALLER, "{\"botName\":\"Renamed\"}"));
      awaitBody(second, "Renamed");
      redis.stop();
      assertEquals(200, first.send(READ).statusCode());
      assertEquals(200, second.send(READ).statusCode());
      assertEquals(200, first.send(new Call("GET", "/api/user/usage", CALLER, "")).statusCode());
      assertEquals("degraded", first.monitor().path("cacheHealth").asText());
    }
  }

  private static Options shared(Options options, LocalRedis redis) {
    return options.withRedis("localhost", redis.port(), LocalRedis.TIMEOUT);
  }

  private static void awaitBody(RunningApp app, String text) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!app.send(READ).body().contains(text)) {
      assertTrue(System.nanoTime() < end, "the other instance still answers the old value");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
