package io.acme.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.acme.shop.Exit;
import io.acme.shop.Reply;
import io.acme.shop.Routes;
import io.acme.shop.Shop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** HTTP handler for the shop's routes. */
final class ShopHandler implements HttpHandler {
  private final Routes routes;

  ShopHandler(Shop shop) {
    this.routes = new Routes(shop);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/shutdown")) {
      Exit.respond(replyOf(exchange));
    } else if (!routes.handle(path, replyOf(exchange))) {
      send(exchange, 404, "no such route\n");
    }
  }

  static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (OutputStream body = replyOf(exchange).start(status, bytes.length)) {
      body.write(bytes);
    }
  }

  private static Reply replyOf(HttpExchange exchange) {
    return (status, length) -> {
      exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=utf-8");
      exchange.sendResponseHeaders(status, length);
      return exchange.getResponseBody();
    };
  }
}
