package io.acme.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Serves a library on a free port. */
public final class LibraryService {
  private static final int ADDED = 10;

  private final Library library;

  private LibraryService(Library library) {
    this.library = library;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void serve(Library library) throws IOException {
    LibraryService service = new LibraryService(library);
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext("/", service::handle);
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      send(exchange, 200, respond(path));
    } catch (Exception e) {
      e.printStackTrace();
      send(exchange, 500, e.toString());
    }
    if (path.equals("/shutdown")) {
      // On another thread, so that the server can complete this request.
      new Thread(() -> System.exit(0), "exit").start();
    }
  }

  private String respond(String path) throws Exception {
    switch (path) {
      case "/one-by-one":
        return library.oneByOne();
      case "/together":
        return library.together();
      case "/in-batches":
        return library.inBatches();
      case "/in-small-batches":
        return library.inSmallBatches();
      case "/save-new":
        library.saveNew(ADDED);
        return "saved";
      case "/add-one-by-one":
        library.addOneByOne(ADDED);
        return "added";
      case "/add-together":
        library.addTogether(ADDED);
        return "added";
      default:
        return "bye";
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
