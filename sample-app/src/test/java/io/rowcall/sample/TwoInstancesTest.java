package io.rowcall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.catalogue.Call;
import io.rowcall.sample.db.DatabaseUrl;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Two instances of the app over one database and one Redis. */
class TwoInstancesTest {

  private static final Map<String, String> CALLER = Map.of("X-User-Id", "user-3");
  private static final Call READ = new Call("GET", "/api/user/bot-settings", CALLER, "");

  @Test
  void showsInOneInstanceWhatWasWrittenThroughTheOtherAndGoesOnWithoutRedis() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var h2 = new JdbcDataSource();
    h2.setUrl(DatabaseUrl.inMemory("two-instances").jdbcUrl());
    h2.setUser("sa");
    RedisServer redis = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
    redis.start();
    try (RunningApp one = RunningApp.over(h2, options -> options.withRedis("localhost", port));
        RunningApp two = RunningApp.over(h2, options -> options.withRedis("localhost", port))) {
      one.send(READ);
      assertEquals(0, two.executionsOf(READ), "the second tier has it");
      one.send(new Call("PUT", "/api/user/bot-settings", CALLER, "{\"botName\":\"Renamed\"}"));
      awaitBody(two, "Renamed");
      redis.stop();
      assertEquals(200, one.send(READ).statusCode());
      assertEquals(200, two.send(READ).statusCode());
      assertEquals(200, one.send(new Call("GET", "/api/user/usage", CALLER, "")).statusCode());
      assertEquals("degraded", one.monitor().path("cacheHealth").asText());
    } finally {
      redis.stop();
    }
  }

  private static void awaitBody(RunningApp app, String text) throws Exception {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!app.send(READ).body().contains(text)) {
      assertTrue(System.nanoTime() < end, "the other instance still answers the old value");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
