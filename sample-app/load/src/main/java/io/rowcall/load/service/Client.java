package io.rowcall.load.service;

import io.rowcall.sample.catalog.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** HTTP client for one server on this machine. */
public final class Client {

  private static final String DATA = "data: ";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();
  private final String base;

  public Client(int port) {
    base = "http://localhost:" + port;
  }

  public Sample send(Call call) throws IOException, InterruptedException {
    var body =
        call.body().isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(call.body());
    var request =
        HttpRequest.newBuilder(URI.create(base + call.uri()))
            .timeout(Duration.ofSeconds(60))
            .method(call.method(), body);
    call.headers().forEach(request::header);
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Sample(
        response.statusCode(),
        response.body(),
        response
            .headers()
            .firstValue("X-Query-Count")
            .map(count -> OptionalInt.of(Integer.parseInt(count)))
            .orElse(OptionalInt.empty()),
        response.headers().firstValue("X-Cache-Hit").filter("true"::equals).isPresent());
  }

  /** Opens a stream of server-sent events; returns once the server has accepted it. */
  public EventSubscription listen(String uri) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(base + uri)).build();
    Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    CompletableFuture<String> first = new CompletableFuture<>();
    var reader =
        new Thread(
            () -> {
              try {
                lines
                    .filter(line -> line.startsWith(DATA))
                    .findFirst()
                    .ifPresent(line -> first.complete(line.substring(DATA.length())));
              } catch (RuntimeException closed) {
                // The caller sees it as a timeout.
              }
            },
            "listener");
    reader.setDaemon(true);
    reader.start();
    return new EventSubscription(first, lines);
  }

  /** Open stream of server-sent events. */
  public record EventSubscription(Future<String> firstEvent, Stream<String> lines)
      implements AutoCloseable {

    @Override
    public void close() {
      lines.close();
    }
  }
}
