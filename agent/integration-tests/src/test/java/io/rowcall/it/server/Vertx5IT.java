package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Vert.x Web 5: event loops, ordered and unordered workers, and a worker verticle. */
@Tag("compat")
@Covers({"VertxHttp", "VertxWeb"})
final class Vertx5IT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("vertx5", folder);
  }

  @Override
  public Server server() {
    return Server.of("Vert.x Web", "vertx5", "vertx-web");
  }

  @Override
  protected String template(String route) {
    return route.replace("{name}", ":name");
  }
}
