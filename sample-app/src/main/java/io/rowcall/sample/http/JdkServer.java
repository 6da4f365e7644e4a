package io.rowcall.sample.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves the routes with the JDK's HTTP server, on the loopback address. */
public final class JdkServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  public JdkServer(int port, Router router) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    for (String mapping : router.mappings()) {
      server.createContext(mapping.replace("*", ""), exchange -> answer(router, exchange));
    }
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(Router router, HttpExchange exchange) throws IOException {
    Response response =
        router.answer(
            new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                Map.of(),
                exchange.getRequestHeaders()::getFirst,
                exchange.getRequestBody().readAllBytes()));
    var headers = exchange.getResponseHeaders();
    response.headers().forEach(headers::set);
    EventSource events = response.events();
    if (events != null) {
      headers.set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(response.status(), 0);
      new EventStream(exchange.getResponseBody(), exchange::close).open(events);
      return;
    }
    try (exchange) {
      headers.set("Content-Type", "application/json");
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.putIfAbsent(
            URLDecoder.decode(name, StandardCharsets.UTF_8),
            URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
