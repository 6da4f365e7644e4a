package io.acme.libraries;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.acme.libraries.caches.CacheRoutes;
import io.acme.libraries.caches.CacheSubject;
import io.acme.libraries.calls.CallRoutes;
import io.acme.libraries.pools.PoolRoutes;
import io.acme.libraries.pools.PoolSubject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * Serves the cache and the pool named by {@code -Dcache} and {@code -Dpool}, and all clients with
 * {@code -Dcalls=true}, on a free port.
 */
public final class LibrariesService {
  private LibrariesService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    String cache = System.getProperty("cache");
    if (cache != null) {
      server.createContext("/cache/", handler(new CacheRoutes(CacheSubject.named(cache))));
    }
    String pool = System.getProperty("pool");
    if (pool != null) {
      server.createContext("/pool/", handler(new PoolRoutes(PoolSubject.named(pool))));
    }
    if (Boolean.getBoolean("calls")) {
      server.createContext("/calls/", handler(new CallRoutes()));
    }
    server.createContext("/none", handler(path -> "no query"));
    server.createContext(
        "/shutdown",
        exchange -> {
          send(exchange, 200, "bye");
          System.exit(0);
        });
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static HttpHandler handler(Routes routes) {
    return exchange -> {
      try {
        send(exchange, 200, routes.handle(exchange.getRequestURI().getPath()));
      } catch (Exception failed) {
        send(exchange, 500, failed.toString());
      }
    };
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
