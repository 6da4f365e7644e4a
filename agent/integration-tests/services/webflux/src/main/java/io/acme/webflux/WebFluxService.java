package io.acme.webflux;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import graphql.GraphQL;
import io.acme.shop.Scenarios;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/** The scenarios on Spring WebFlux and Reactor Netty: router functions, and a controller. */
public final class WebFluxService {
  private static final HttpProtocol[] HTTP_1 = {HttpProtocol.HTTP11};
  private static final HttpProtocol[] HTTP_1_AND_2 = {HttpProtocol.H2C, HttpProtocol.HTTP11};

  private WebFluxService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    // Loads Netty before the first class of JDBC, as a service with a lazy pool does.
    HttpServer.create().host("127.0.0.1").port(0).bindNow().disposeNow();
    System.out.println("READY " + start(Scenarios.open()).port());
    // The server's threads are daemons.
    Thread.currentThread().join();
  }

  private static DisposableServer start(Scenarios scenarios) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Scenarios.class, () -> scenarios);
    context.register(Application.class);
    context.refresh();
    var handler = WebHttpHandlerBuilder.applicationContext(context).build();
    return HttpServer.create()
        .host("127.0.0.1")
        .port(0)
        .protocol(Boolean.getBoolean("http2") ? HTTP_1_AND_2 : HTTP_1)
        .handle(new ReactorHttpHandlerAdapter(handler))
        .bindNow();
  }

  @Configuration
  @EnableWebFlux
  static class Application {
    private final Executor lateWork = Executors.newSingleThreadExecutor();

    @Bean
    Orders orders(Scenarios scenarios) {
      return new Orders(scenarios);
    }

    @Bean
    RouterFunction<ServerResponse> routes(Scenarios scenarios) {
      GraphQL orders = OrderSchema.of(scenarios);
      return route(GET("/direct/{name}"), r -> text(scenarios.repeat(name(r), 1)))
          .andRoute(GET("/repeat/{name}/{n}"), r -> blocking(() -> scenarios.repeat(name(r), n(r))))
          .andRoute(GET("/loop/{n}"), r -> blocking(() -> scenarios.loop(n(r))))
          .andRoute(GET("/error"), r -> blocking(scenarios::fail))
          .andRoute(
              POST("/body"),
              r -> r.bodyToMono(String.class).flatMap(body -> text(scenarios.repeat(body, 2))))
          .andRoute(
              GET("/stream"),
              r ->
                  ServerResponse.ok()
                      .body(
                          Flux.range(0, Scenarios.CHUNKS)
                              .publishOn(Schedulers.boundedElastic(), 1)
                              .map(i -> scenarios.chunk()),
                          String.class))
          .andRoute(
              GET("/endless"),
              r ->
                  ServerResponse.ok()
                      .body(
                          Flux.range(0, Integer.MAX_VALUE)
                              .publishOn(Schedulers.boundedElastic(), 1)
                              .map(i -> scenarios.chunk()),
                          String.class))
          .andRoute(
              GET("/late"),
              r -> {
                lateWork.execute(scenarios::late);
                return text("later\n");
              })
          .andRoute(
              POST("/graphql"),
              r ->
                  r.bodyToMono(String.class)
                      .publishOn(Schedulers.boundedElastic())
                      .flatMap(query -> text(orders.execute(query).toSpecification() + "\n")))
          .andRoute(GET("/release"), r -> text(scenarios.release()));
    }

    private static String name(ServerRequest request) {
      return request.pathVariable("name");
    }

    private static int n(ServerRequest request) {
      return Integer.parseInt(request.pathVariable("n"));
    }

    private static Mono<ServerResponse> text(String text) {
      return ServerResponse.ok().bodyValue(text);
    }

    private static Mono<ServerResponse> blocking(Supplier<String> work) {
      return Mono.fromSupplier(work)
          .subscribeOn(Schedulers.boundedElastic())
          .flatMap(Application::text);
    }
  }

  @RestController
  static class Orders {
    private final Scenarios scenarios;

    Orders(Scenarios scenarios) {
      this.scenarios = scenarios;
    }

    @GetMapping("/named/{name}")
    Mono<String> named(@PathVariable("name") String name) {
      return Mono.fromSupplier(() -> scenarios.repeat(name, 1))
          .subscribeOn(Schedulers.boundedElastic());
    }
  }
}
