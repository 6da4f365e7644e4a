package io.acme.micronaut;

import io.acme.shop.Scenarios;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Controller whose methods run on the event loop, on a worker, or in a publisher. */
@Controller
@Produces(MediaType.TEXT_PLAIN)
final class ScenarioController {
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Scenarios scenarios;

  ScenarioController(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  @Get("/direct/{name}")
  String direct(String name) {
    return scenarios.repeat(name, 1);
  }

  @Get("/repeat/{name}/{n}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  String repeat(String name, int n) {
    return scenarios.repeat(name, n);
  }

  @Get("/named/{name}")
  Publisher<String> named(String name) {
    return Mono.fromSupplier(() -> scenarios.repeat(name, 1))
        .subscribeOn(Schedulers.boundedElastic());
  }

  @Get("/loop/{n}")
  @ExecuteOn(TaskExecutors.IO)
  String loop(int n) {
    return scenarios.loop(n);
  }

  @Get("/error")
  @ExecuteOn(TaskExecutors.BLOCKING)
  String error() {
    return scenarios.fail();
  }

  @Post("/body")
  @Consumes(MediaType.TEXT_PLAIN)
  @ExecuteOn(TaskExecutors.BLOCKING)
  String body(@Body String body) {
    return scenarios.repeat(body, 2);
  }

  @Get("/stream")
  Publisher<String> stream() {
    return chunks(Scenarios.CHUNKS);
  }

  @Get("/endless")
  Publisher<String> endless() {
    return chunks(Integer.MAX_VALUE);
  }

  private Publisher<String> chunks(int count) {
    return Flux.range(0, count)
        .publishOn(Schedulers.boundedElastic(), 1)
        .map(i -> scenarios.chunk());
  }

  @Get("/late")
  String late() {
    lateWork.execute(scenarios::late);
    return "later\n";
  }

  @Get("/release")
  String release() {
    return scenarios.release();
  }
}
