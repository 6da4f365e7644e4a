package io.acme.libraries.caches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** Redis on a free port, stopped with the JVM. */
public final class RedisProcess {
  private RedisProcess() {}

  /** Starts Redis, and returns its port. */
  public static int start() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    RedisServer server = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    return port;
  }

  private static void stop(RedisServer server) {
    try {
      server.stop();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
