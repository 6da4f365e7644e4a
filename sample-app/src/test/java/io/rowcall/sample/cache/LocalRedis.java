package io.rowcall.sample.cache;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import redis.embedded.RedisServer;

/** A real Redis on a free port of this machine, which can go away and come back. */
public final class LocalRedis implements AutoCloseable {

  /** So long that a slow machine is never taken for a Redis that is gone. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int ATTEMPTS = 5;

  private final int port;
  private RedisServer server;

  private LocalRedis(int port, RedisServer server) {
    this.port = port;
    this.server = server;
  }

  /** Tries another port when somebody takes the one that was free a moment ago. */
  public static LocalRedis start() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port;
      try (var free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      try {
        return new LocalRedis(port, started(port));
      } catch (IOException | RuntimeException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  public int port() {
    return port;
  }

  public void goAway() throws IOException {
    server.stop();
  }

  public void comeBack() throws IOException {
    server = started(port);
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }

  private static RedisServer started(int port) throws IOException {
    RedisServer server = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
    server.start();
    return server;
  }
}
