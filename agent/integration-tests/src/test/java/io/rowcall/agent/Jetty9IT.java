package io.rowcall.agent;

import java.nio.file.Path;

/** javax.servlet on Jetty 9, a mapping per route. */
@Shows("Jetty9Commit")
final class Jetty9IT extends ServletContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("jetty9", folder);
  }
}
