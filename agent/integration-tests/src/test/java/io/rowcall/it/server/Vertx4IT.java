package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vert.x Web 4: event loops, workers, a worker verticle, and a timer. */
@Tag("compat")
@Covers({"VertxHttp", "VertxTimer", "VertxWeb"})
final class Vertx4IT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("vertx4", folder);
  }

  @Override
  public Server server() {
    return Server.of("Vert.x Web", "vertx4", "vertx-web");
  }

  @Test
  void countsEachRunOfAPeriodicTimer() {
    assertExecutionsPerRun(2, "io.acme.vertx.VertxService.start");
  }

  @Override
  protected String template(String route) {
    return route.replace("{name}", ":name");
  }
}
