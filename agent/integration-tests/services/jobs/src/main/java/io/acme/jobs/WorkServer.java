package io.acme.jobs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Server by which a test calls a job in a request, reads the count of the database, and exits. */
public final class WorkServer {
  private WorkServer() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void start(Runnable job) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/call",
        exchange -> {
          job.run();
          send(exchange, "called");
        });
    server.createContext(
        "/executions", exchange -> send(exchange, CountedDatabase.executions() + ""));
    server.createContext(
        "/shutdown",
        exchange -> {
          send(exchange, "bye");
          new Thread(() -> System.exit(0), "exit").start();
        });
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
