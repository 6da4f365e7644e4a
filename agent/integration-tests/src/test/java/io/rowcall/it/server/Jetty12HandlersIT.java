package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Handlers of Jetty 12 without servlets, which have no routes. */
@Tag("compat")
@Covers("Jetty12")
final class Jetty12HandlersIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jetty12-handlers", folder);
  }

  @Override
  public Server server() {
    return Server.of("Jetty handlers", "jetty12-handlers", "jetty-server").withoutRoutes();
  }
}
