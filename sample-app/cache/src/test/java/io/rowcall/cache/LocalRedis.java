package io.rowcall.cache;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import redis.embedded.RedisServer;

/** Real Redis on a free local port, which can be stopped and restarted. */
public final class LocalRedis implements AutoCloseable {

  /** Long enough that a slow machine never counts as an unreachable Redis. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final int ATTEMPTS = 5;

  private final int port;
  private RedisServer server;

  private LocalRedis(int port, RedisServer server) {
    this.port = port;
    this.server = server;
  }

  /** Tries another port if the free one has been taken meanwhile. */
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

  public void stop() throws IOException {
    server.stop();
  }

  public void restart() throws IOException {
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
