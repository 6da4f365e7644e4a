package io.acme.drivers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Map;

/**
 * Serves {@code /NAME/loop-be} and so on for the databases of the system properties {@code
 * drivers.NAME}, each of which is a JDBC URL, and at {@code /NAME} a list of the loops in that
 * order. Routes are words, as the names of methods are not always.
 */
public final class DriversService {
  private static final String URLS = "drivers.";

  private DriversService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (String property : System.getProperties().stringPropertyNames()) {
      if (property.startsWith(URLS)) {
        String driver = property.substring(URLS.length());
        Map<String, Loops.Loop> loops =
            new Loops(DriverManager.getConnection(System.getProperty(property))).all();
        int number = 0;
        for (Loops.Loop loop : loops.values()) {
          String path = "/" + driver + "/loop-" + syllable(number++);
          server.createContext(path, exchange -> serve(exchange, loop));
        }
        serveList(server, driver, String.join("\n", loops.keySet()));
      }
    }
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static String syllable(int number) {
    return "" + "bcdfghlmnprst".charAt(number / 5) + "aeiou".charAt(number % 5);
  }

  private static void serveList(HttpServer server, String driver, String names) {
    server.createContext("/" + driver, exchange -> send(exchange, 200, names));
  }

  /** Responds with 501 if the driver does not support the loop. */
  private static void serve(HttpExchange exchange, Loops.Loop loop) throws IOException {
    try {
      loop.run();
      send(exchange, 200, "done");
    } catch (Exception e) {
      send(exchange, 501, e.toString());
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
