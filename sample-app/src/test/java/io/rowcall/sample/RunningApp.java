package io.rowcall.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.cache.Invalidation;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The complete app on a database of its own, with a spy between pool and driver. */
final class RunningApp implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final SpyingDataSource spy = new SpyingDataSource();
  private final App app;

  private RunningApp(DataSource driver, UnaryOperator<Options> options) throws Exception {
    app =
        App.start(
            options.apply(Options.defaults().withPorts(0, 0).withData(Volumes.SMALL)),
            spy.over(driver));
  }

  static RunningApp onH2() throws Exception {
    return onH2(options -> options);
  }

  static RunningApp onH2(UnaryOperator<Options> options) throws Exception {
    var h2 = new JdbcDataSource();
    h2.setUrl(DatabaseUrl.inMemory(UUID.randomUUID().toString()).jdbcUrl());
    h2.setUser("sa");
    return new RunningApp(h2, options);
  }

  static RunningApp over(DataSource driver, UnaryOperator<Options> options) throws Exception {
    return new RunningApp(driver, options);
  }

  App app() {
    return app;
  }

  SpyingDataSource spy() {
    return spy;
  }

  /**
   * Clears the cache and undoes what reads write, so that the next call of every endpoint is its
   * first.
   */
  void reset() {
    app.cache().invalidate(Invalidation.ofEverything());
    app.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM recommendations"));
  }

  /** Undoes the writes of calls, so that the other form may write the same. */
  void undoWrites() {
    app.database()
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("DELETE FROM slack_events");
              handle.execute(
                  "DELETE FROM meetings WHERE starts_at >= TIMESTAMP WITH TIME ZONE '2039-01-01 00:00:00+00'");
            });
  }

  JsonNode monitor() throws IOException, InterruptedException {
    return Json.MAPPER.readTree(get("/api/performance/monitor").body());
  }

  HttpResponse<String> send(Call call) throws IOException, InterruptedException {
    return send(app.port(), call);
  }

  HttpResponse<String> sendToJdkServer(Call call) throws IOException, InterruptedException {
    return send(app.jdkPort(), call);
  }

  HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return send(new Call("GET", uri, Map.of(), ""));
  }

  /** Returns the executions of one call. */
  int executionsOf(Call call) throws IOException, InterruptedException {
    spy.reset();
    HttpResponse<String> response = send(call);
    if (response.statusCode() >= 400) {
      throw new IOException(call + " answered " + response.statusCode() + " " + response.body());
    }
    return spy.executions();
  }

  /**
   * Returns the body without what differs between requests: its cost, generated ids, and remaining
   * requests.
   */
  static JsonNode comparable(HttpResponse<String> response, Endpoint endpoint) throws IOException {
    JsonNode body = Json.MAPPER.readTree(response.body());
    if (body instanceof ObjectNode object) {
      object.remove("performance");
      object.remove("remaining");
      if (!endpoint.reads()) {
        object.remove("id");
      }
    }
    return body;
  }

  private HttpResponse<String> send(int port, Call call) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + call.uri()))
            .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws Exception {
    app.close();
  }
}
