package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Spring WebFlux on Reactor Netty. */
@Covers({"Netty", "NettyHttp", "WebFlux"})
final class WebFluxIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("webflux", folder);
  }

  @Override
  public Server server() {
    return Server.of("Spring WebFlux, Reactor Netty", "webflux", "spring-webflux");
  }
}
