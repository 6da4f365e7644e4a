package io.rowcall.core.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.rowcall.page.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers GET and HEAD requests to the live server. Changes nothing. Thread-safe. */
final class LiveHandler implements HttpHandler {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final LiveAccess access;
  private final LiveSource source;

  LiveHandler(LiveAccess access, LiveSource source) {
    this.access = access;
    this.source = source;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    Headers request = exchange.getRequestHeaders();
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    if (access.isForeign(request.getFirst("Host"), request.getFirst("Origin"))) {
      send(exchange, 403, TEXT, "Use this server's address, localhost, or live.host.\n");
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      send(exchange, 405, TEXT, "Use GET.\n");
    } else if ("/healthz".equals(path)) {
      send(exchange, 200, TEXT, "ok\n");
    } else if (!access.isAuthorized(
        request.getFirst("Authorization"), exchange.getRequestURI().getRawQuery())) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      send(exchange, 401, TEXT, "Send the token: ?token=… or Authorization: Bearer …\n");
    } else {
      answerAuthorized(exchange, path, request.getFirst("Accept"));
    }
  }

  private void answerAuthorized(HttpExchange exchange, String path, @Nullable String accept)
      throws IOException {
    switch (path) {
      case "/":
        send(exchange, 200, "text/html; charset=utf-8", Page.live("report.json"));
        break;
      case "/report.json":
        send(exchange, 200, "application/json", source.json());
        break;
      case "/metrics":
        boolean openMetrics = accept != null && accept.contains("application/openmetrics-text");
        ByteArrayOutputStream metrics = new ByteArrayOutputStream(64 * 1024);
        source.writeMetrics(openMetrics, metrics);
        send(exchange, 200, openMetrics ? OPEN_METRICS : PROMETHEUS_TEXT, metrics.toByteArray());
        break;
      default:
        send(exchange, 404, TEXT, "Use /, /report.json, /metrics or /healthz.\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
