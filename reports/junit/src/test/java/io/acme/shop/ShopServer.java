package io.acme.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;

/** HTTP server in the JVM of the tests. Each response takes one query. */
final class ShopServer implements AutoCloseable {
  private final HttpServer server;
  private final Shop shop = QuietShop.open();

  ShopServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/items",
        exchange -> {
          try {
            byte[] body = shop.items(1).toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          } catch (SQLException e) {
            throw new IOException(e);
          } finally {
            exchange.close();
          }
        });
    server.start();
  }

  String get() throws IOException, InterruptedException {
    var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/items");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    shop.close();
  }
}
