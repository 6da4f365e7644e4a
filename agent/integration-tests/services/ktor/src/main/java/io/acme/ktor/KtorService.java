package io.acme.ktor;

import static io.ktor.server.request.ApplicationReceiveFunctionsKt.receiveText;
import static io.ktor.server.response.ApplicationResponseFunctionsJvmKt.respondOutputStream;
import static io.ktor.server.response.ApplicationResponseFunctionsKt.respondText;
import static io.ktor.server.routing.RoutingBuilderKt.get;
import static io.ktor.server.routing.RoutingBuilderKt.post;

import io.acme.shop.Scenarios;
import io.ktor.http.HttpStatusCode;
import io.ktor.server.application.Application;
import io.ktor.server.cio.CIO;
import io.ktor.server.engine.ApplicationEngineFactory;
import io.ktor.server.engine.EmbeddedServer;
import io.ktor.server.engine.EmbeddedServerKt;
import io.ktor.server.netty.Netty;
import io.ktor.server.routing.Routing;
import io.ktor.server.routing.RoutingContext;
import io.ktor.server.routing.RoutingRootKt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.jvm.functions.Function1;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.Dispatchers;

/**
 * The scenarios on Ktor, with the engine of {@code -Dserver}: {@code netty} or {@code cio}. Written
 * in Java, so that the build needs no Kotlin: a suspending function takes its continuation.
 */
public final class KtorService {
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Scenarios scenarios;

  private KtorService(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    var service = new KtorService(Scenarios.open());
    ApplicationEngineFactory<?, ?> engine =
        System.getProperty("server").equals("cio") ? CIO.INSTANCE : Netty.INSTANCE;
    Function2<Application, Continuation<? super Unit>, Object> module =
        (application, then) -> service.configure(application);
    EmbeddedServer<?, ?> server =
        EmbeddedServerKt.embeddedServer(engine, 0, "127.0.0.1", List.of(), module);
    server.start(false);
    var connectors =
        (List<io.ktor.server.engine.EngineConnectorConfig>)
            BuildersKt.runBlocking(
                Dispatchers.getDefault(),
                (scope, then) -> server.getEngine().resolvedConnectors(then));
    System.out.println("READY " + connectors.get(0).getPort());
    Thread.currentThread().join();
  }

  private Object configure(Application application) {
    RoutingRootKt.routing(application, this::route);
    return Unit.INSTANCE;
  }

  private Unit route(Routing routing) {
    get(routing, "/direct/{name}", (c, then) -> text(c, scenarios.repeat(name(c), 1), then));
    get(
        routing,
        "/repeat/{name}/{n}",
        (c, then) -> blocking(c, () -> scenarios.repeat(name(c), n(c)), then));
    get(
        routing,
        "/named/{name}",
        (c, then) -> blocking(c, () -> scenarios.repeat(name(c), 1), then));
    get(routing, "/loop/{n}", (c, then) -> blocking(c, () -> scenarios.loop(n(c)), then));
    get(routing, "/error", (c, then) -> blocking(c, scenarios::fail, then));
    post(
        routing,
        "/body",
        (c, then) ->
            respond(
                c,
                done -> Then.map(receiveText(c.getCall(), Then.of(done, this::body)), this::body),
                then));
    get(routing, "/stream", (c, then) -> stream(c, Scenarios.CHUNKS, then));
    get(routing, "/endless", (c, then) -> stream(c, Integer.MAX_VALUE, then));
    get(
        routing,
        "/late",
        (c, then) -> {
          lateWork.execute(scenarios::late);
          return text(c, "later\n", then);
        });
    get(routing, "/release", (c, then) -> text(c, scenarios.release(), then));
    return Unit.INSTANCE;
  }

  private Object body(Object body) {
    return scenarios.repeat((String) body, 2);
  }

  private static String name(RoutingContext context) {
    return context.getCall().getPathParameters().get("name");
  }

  private static int n(RoutingContext context) {
    return Integer.parseInt(context.getCall().getPathParameters().get("n"));
  }

  private static Object text(RoutingContext context, String text, Continuation<? super Unit> then) {
    return respond(context, done -> text, then);
  }

  private static Object blocking(
      RoutingContext context, Supplier<String> work, Continuation<? super Unit> then) {
    return respond(
        context,
        done -> BuildersKt.withContext(Dispatchers.getIO(), (scope, last) -> work.get(), done),
        then);
  }

  private static Object respond(
      RoutingContext context,
      Function1<? super Continuation<? super String>, Object> text,
      Continuation<? super Unit> then) {
    return respondText(context.getCall(), null, HttpStatusCode.Companion.getOK(), text, then);
  }

  private Object stream(RoutingContext context, int chunks, Continuation<? super Unit> then) {
    return respondOutputStream(
        context.getCall(),
        null,
        null,
        null,
        (out, last) -> {
          try {
            for (int i = 0; i < chunks; i++) {
              out.write(scenarios.chunk().getBytes(StandardCharsets.US_ASCII));
              out.flush();
            }
          } catch (IOException closed) {
            throw new UncheckedIOException(closed);
          }
          return Unit.INSTANCE;
        },
        then);
  }
}
