package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Vert.x Web 4: event loops, ordered and unordered workers, and a worker verticle. */
@Tag("compat")
@Covers({"VertxHttp", "VertxWeb"})
final class Vertx4IT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("vertx4", folder);
  }

  @Override
  public Server server() {
    return Server.of("Vert.x Web", "vertx4", "vertx-web");
  }

  @Override
  protected String template(String route) {
    return route.replace("{name}", ":name");
  }
}
