package io.acme.quarkus;

import io.acme.shop.Scenarios;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Resource whose methods run on the event loop, on a worker, or on a virtual thread. */
@Path("/")
@Produces(MediaType.TEXT_PLAIN)
public final class ScenarioResource {
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Scenarios scenarios;
  private final ExecutorService virtualThreads;

  /**
   * Creates the resource.
   *
   * @param virtualThreads starts virtual threads where Java has them, and uses workers elsewhere
   */
  ScenarioResource(Scenarios scenarios, @VirtualThreads ExecutorService virtualThreads) {
    this.scenarios = scenarios;
    this.virtualThreads = virtualThreads;
  }

  @GET
  @Path("direct/{name}")
  @NonBlocking
  public String direct(String name) {
    return scenarios.repeat(name, 1);
  }

  @GET
  @Path("repeat/{name}/{n}")
  public String repeat(String name, int n) {
    return scenarios.repeat(name, n);
  }

  /** Its methods are below this path. */
  @Path("named")
  public NamedResource named() {
    return new NamedResource(scenarios, virtualThreads);
  }

  @GET
  @Path("loop/{n}")
  public Uni<String> loop(int n) {
    return Uni.createFrom()
        .item(() -> scenarios.loop(n))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  @GET
  @Path("error")
  public String error() {
    return scenarios.fail();
  }

  @POST
  @Path("body")
  @Consumes(MediaType.TEXT_PLAIN)
  public String body(String body) {
    return scenarios.repeat(body, 2);
  }

  @GET
  @Path("stream")
  public Multi<String> stream() {
    return chunks(Scenarios.CHUNKS);
  }

  @GET
  @Path("endless")
  public Multi<String> endless() {
    return chunks(Integer.MAX_VALUE);
  }

  private Multi<String> chunks(int count) {
    return Multi.createFrom()
        .range(0, count)
        .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
        .map(i -> scenarios.chunk());
  }

  @GET
  @Path("late")
  @NonBlocking
  public String late() {
    lateWork.execute(scenarios::late);
    return "later\n";
  }

  @GET
  @Path("release")
  @NonBlocking
  public String release() {
    return scenarios.release();
  }
}
