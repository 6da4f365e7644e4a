package io.acme.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.security.CodeSource;

/**
 * What a test asks about the JVM from inside: {@code /probe/class/NAME} whether the application
 * sees a class, {@code /probe/calls} which methods of the spying proxy or the throwing driver were
 * called how often, {@code /probe/throw/METHOD/KIND} what the application gets when the driver
 * throws there.
 */
final class ProbeHandler implements HttpHandler {
  private final String url;

  ProbeHandler(String url) {
    this.url = url;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    switch (path[2]) {
      case "class":
        ShopHandler.send(exchange, 200, visibility(path[3]) + "\n");
        return;
      case "calls":
        ShopHandler.send(exchange, 200, Calls.text());
        return;
      case "throw":
        ShopHandler.send(exchange, 200, ThrowingWork.run(url, path[3], path[4]));
        return;
      default:
        ShopHandler.send(exchange, 404, "no such probe\n");
    }
  }

  private static String visibility(String name) {
    ClassLoader[] loaders = {
      ProbeHandler.class.getClassLoader(),
      Thread.currentThread().getContextClassLoader(),
      ClassLoader.getSystemClassLoader(),
      null
    };
    for (ClassLoader loader : loaders) {
      try {
        Class<?> found = Class.forName(name, false, loader);
        CodeSource source = found.getProtectionDomain().getCodeSource();
        return "visible in " + (source == null ? "the JDK" : source.getLocation());
      } catch (ClassNotFoundException e) {
        // The next loader may know it.
      }
    }
    return "not visible";
  }
}
