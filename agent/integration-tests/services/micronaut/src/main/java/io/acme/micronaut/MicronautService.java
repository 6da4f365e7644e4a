package io.acme.micronaut;

import io.acme.shop.Scenarios;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Starts the scenarios on Micronaut's server, on a free port. */
public final class MicronautService {
  private MicronautService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Scenarios scenarios = Scenarios.open();
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"))
            .singletons(scenarios)
            .start();
    EmbeddedServer server = context.getBean(EmbeddedServer.class);
    server.start();
    System.out.println("READY " + server.getPort());
    Thread.currentThread().join();
  }
}
