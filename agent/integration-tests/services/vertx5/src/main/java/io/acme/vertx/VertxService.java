package io.acme.vertx;

import io.acme.shop.Scenarios;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The scenarios on Vert.x Web 4 and 5, on a free port. */
public final class VertxService {
  private final Vertx vertx = Vertx.vertx();
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Scenarios scenarios;

  private VertxService(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    var service = new VertxService(Scenarios.open());
    HttpServer server = service.start().toCompletionStage().toCompletableFuture().get();
    System.out.println("READY " + server.actualPort());
  }

  private io.vertx.core.Future<HttpServer> start() {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create());
    router.get("/direct/:name").handler(c -> c.end(scenarios.repeat(name(c), 1)));
    router
        .get("/repeat/:name/:n")
        .handler(c -> blocking(c, false, () -> scenarios.repeat(name(c), n(c))));
    router.get("/loop/:n").handler(c -> blocking(c, true, () -> scenarios.loop(n(c))));
    Router named = Router.router(vertx);
    named.get("/:name").handler(this::askWorker);
    router.route("/named/*").subRouter(named);
    router.get("/error").handler(c -> blocking(c, true, scenarios::fail));
    router.post("/body").handler(c -> c.end(scenarios.repeat(c.body().asString(), 2)));
    router.get("/stream").handler(c -> stream(c.response().setChunked(true), Scenarios.CHUNKS));
    router.get("/endless").handler(c -> stream(c.response().setChunked(true), Integer.MAX_VALUE));
    router
        .get("/late")
        .handler(
            c -> {
              lateWork.execute(scenarios::late);
              c.end("later\n");
            });
    router.get("/release").handler(c -> c.end(scenarios.release()));
    vertx.setPeriodic(1_000, timer -> scenarios.repeat("refresh", 2));
    return vertx
        .deployVerticle(
            () -> new Orders(scenarios),
            new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
        .compose(
            deployed -> vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  private static String name(RoutingContext context) {
    return context.pathParam("name");
  }

  private static int n(RoutingContext context) {
    return Integer.parseInt(context.pathParam("n"));
  }

  private void blocking(RoutingContext context, boolean ordered, Callable<String> work) {
    vertx.executeBlocking(work, ordered).onSuccess(context::end).onFailure(context::fail);
  }

  /** Asks a worker verticle over the event bus. */
  private void askWorker(RoutingContext context) {
    vertx
        .eventBus()
        .<String>request(Orders.ADDRESS, name(context))
        .onSuccess(reply -> context.end(reply.body()))
        .onFailure(context::fail);
  }

  /** Writes the next chunk when the one before has been written. */
  private void stream(HttpServerResponse response, int chunks) {
    if (chunks == 0) {
      response.end();
      return;
    }
    vertx
        .executeBlocking(scenarios::chunk, true)
        .compose(response::write)
        .onSuccess(written -> stream(response, chunks - 1));
  }
}
