package io.acme.safety;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Service whose routes query, and do harm to their JVM. */
public final class SafetyService {
  private static final Logger LOG = LoggerFactory.getLogger(SafetyService.class);

  private SafetyService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    AtomicReference<SpiedDatabase> database = new AtomicReference<>();
    // What the main thread executes is reported later, once this is known to be no job.
    Thread setup = new Thread(() -> database.set(create()), "setup");
    setup.start();
    setup.join();
    System.out.println("READY " + start(database.get()));
  }

  private static SpiedDatabase create() {
    try {
      return SpiedDatabase.create();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Starts the service, and returns its port. */
  private static int start(SpiedDatabase database) throws Exception {
    Harm harm = new Harm(database);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newFixedThreadPool(
            4,
            task -> {
              Thread thread = new Thread(task, "worker");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", exchange -> respond(exchange, database, harm));
    server.start();
    return server.getAddress().getPort();
  }

  private static void respond(HttpExchange exchange, SpiedDatabase database, Harm harm)
      throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    LOG.debug("request of {}", path[1]);
    String text;
    try {
      text = text(path, database, harm);
    } catch (Exception failed) {
      text = failed.toString();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
    if (path[1].equals("shutdown")) {
      new Thread(() -> System.exit(0), "exit").start();
    } else if (path[1].equals("halt")) {
      Runtime.getRuntime().halt(3);
    }
  }

  private static String text(String[] path, SpiedDatabase database, Harm harm) throws Exception {
    switch (path[1]) {
      case "load":
        return load(database, Integer.parseInt(path[2]));
      case "batches":
        return Batches.run(database);
      case "executions":
        return Long.toString(SpiedDatabase.executions());
      case "libraries":
        return Libraries.use();
      case "harm":
        return harm.inflict(path[2]);
      default:
        return "bye";
    }
  }

  /** {@code count} executions. */
  private static String load(SpiedDatabase database, int count) throws Exception {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(database.word(i)).append('\n');
    }
    return words.toString();
  }
}
