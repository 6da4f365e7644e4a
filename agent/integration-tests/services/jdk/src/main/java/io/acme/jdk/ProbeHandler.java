package io.acme.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.security.CodeSource;

/**
 * Diagnostics for tests: {@code /probe/class/NAME} tells whether the application sees a class,
 * {@code /probe/calls} the number of calls of each JDBC method, {@code /probe/throw/METHOD/KIND}
 * the exception that the application catches if the driver throws in a method.
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
        ShopHandler.send(exchange, 200, CallCounter.text());
        return;
      case "throw":
        ShopHandler.send(exchange, 200, ThrowingDriverProbe.run(url, path[3], path[4]));
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
        // Try the next loader.
      }
    }
    return "not visible";
  }
}
