import io.acme.shop.Scenarios;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The scenarios on Helidon SE, on a free port. */
public final class HelidonService {
  private final Executor workers = Executors.newFixedThreadPool(4);
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Scenarios scenarios;

  private HelidonService(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    var service = new HelidonService(Scenarios.open());
    WebServer server =
        WebServer.builder().host("127.0.0.1").port(0).routing(service::route).build().start();
    System.out.println("READY " + server.port());
  }

  private void route(HttpRouting.Builder routing) {
    routing
        .get("/direct/{name}", (request, response) -> response.send(repeat(request, 1)))
        .get("/repeat/{name}/{n}", this::repeatOnWorker)
        .register("/named", this::named)
        .get("/loop/{n}", (request, response) -> response.send(scenarios.loop(n(request))))
        .get("/error", (request, response) -> response.send(scenarios.fail()))
        .post(
            "/body",
            (request, response) ->
                response.send(scenarios.repeat(request.content().as(String.class), 2)))
        .get("/stream", (request, response) -> stream(response, Scenarios.CHUNKS))
        .get("/endless", (request, response) -> stream(response, Integer.MAX_VALUE))
        .get("/late", this::late)
        .get("/release", (request, response) -> response.send(scenarios.release()));
  }

  /** Routes of a service, below its own path. */
  private void named(HttpRules rules) {
    rules.get("/{name}", (request, response) -> response.send(repeat(request, 1)));
  }

  private String repeat(ServerRequest request, int n) {
    return scenarios.repeat(request.path().pathParameters().get("name"), n);
  }

  private static int n(ServerRequest request) {
    return Integer.parseInt(request.path().pathParameters().get("n"));
  }

  private void repeatOnWorker(ServerRequest request, ServerResponse response) {
    response.send(CompletableFuture.supplyAsync(() -> repeat(request, n(request)), workers).join());
  }

  private void late(ServerRequest request, ServerResponse response) {
    lateWork.execute(scenarios::late);
    response.status(Status.OK_200).send("later\n");
  }

  private void stream(ServerResponse response, int chunks) throws IOException {
    try (OutputStream body = response.outputStream()) {
      for (int i = 0; i < chunks; i++) {
        body.write(scenarios.chunk().getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
