package io.rowcall.sample.http;

import io.rowcall.sample.db.QueryClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dispatches requests to routes, and turns whatever a handler does into a response. */
public final class Router {

  static final int GZIP_ABOVE_BYTES = 1024;
  private static final int GZIP_LEVEL = 6;
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final List<Route> routes;

  public Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** Returns the distinct servlet mappings of all routes. */
  List<String> mappings() {
    return routes.stream().map(Route::mapping).distinct().toList();
  }

  Response answer(Request request) {
    QueryClock.start();
    try {
      return compress(request, route(request));
    } catch (HttpError httpError) {
      return httpError.getCause() == null
          ? error(httpError.status(), httpError.getMessage(), httpError.retryAfterSeconds())
          : failure(request, httpError, httpError.getMessage());
    } catch (Exception failed) {
      return failure(request, failed, "Internal server error");
    } finally {
      QueryClock.stop();
    }
  }

  private Response route(Request request) throws Exception {
    boolean known = false;
    for (Route route : routes) {
      Map<String, String> variables = route.match(request.path()).orElse(null);
      if (variables != null) {
        known = true;
        if (route.method().equals(request.method())) {
          return route.handler().handle(request.withVariables(variables));
        }
      }
    }
    if (known) {
      throw new HttpError(
          405, request.method() + " is not supported here; see the table of endpoints");
    }
    throw HttpError.notFound("No endpoint at " + request.path());
  }

  private static Response failure(Request request, Exception failed, @Nullable String message) {
    if (causedBy(failed, SQLTransientConnectionException.class)) {
      LOG.warn("{}: no database connection is free", request);
      return error(503, "No database connection is free; try again", 1);
    }
    LOG.error("{} failed", request, failed);
    return error(500, message, null);
  }

  private static Response error(
      int status, @Nullable String message, @Nullable Integer retryAfter) {
    Response response =
        Response.json(status, Map.of("error", message == null ? "Unknown error" : message));
    return retryAfter == null
        ? response
        : response.with("Retry-After", Integer.toString(retryAfter));
  }

  private static Response compress(Request request, Response response) {
    String accepted = request.header("Accept-Encoding");
    if (accepted == null
        || !accepted.contains("gzip")
        || response.body().length <= GZIP_ABOVE_BYTES) {
      return response;
    }
    var buffer = new ByteArrayOutputStream(response.body().length / 4);
    try (var gzip = new LeveledGzip(buffer)) {
      gzip.write(response.body());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Response(response.status(), buffer.toByteArray(), response.headers())
        .with("Content-Encoding", "gzip")
        .with("Vary", "Accept-Encoding");
  }

  private static boolean causedBy(Throwable thrown, Class<?> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return routes.stream()
        .map(route -> route.method() + " " + route.template())
        .collect(Collectors.joining("\n"));
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(GZIP_LEVEL);
    }
  }
}
