package io.rowcall.it.server;

import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The oldest supported versions of Spring WebFlux and Reactor Netty. */
@Tag("compat")
final class WebFlux5IT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("webflux5", folder);
  }

  @Override
  public Server server() {
    return Server.of("Spring WebFlux, Reactor Netty", "webflux5", "spring-webflux");
  }
}
