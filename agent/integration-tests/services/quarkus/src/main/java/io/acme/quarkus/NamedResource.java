package io.acme.quarkus;

import io.acme.shop.Scenarios;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.Executor;

/** Sub-resource whose method runs on a virtual thread where Java has them. */
public final class NamedResource {
  private final Scenarios scenarios;
  private final Executor virtualThreads;

  NamedResource(Scenarios scenarios, Executor virtualThreads) {
    this.scenarios = scenarios;
    this.virtualThreads = virtualThreads;
  }

  @GET
  @Path("{name}")
  public Uni<String> named(String name) {
    return Uni.createFrom().item(() -> scenarios.repeat(name, 1)).runSubscriptionOn(virtualThreads);
  }
}
