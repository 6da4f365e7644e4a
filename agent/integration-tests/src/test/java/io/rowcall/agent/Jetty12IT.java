package io.rowcall.agent;

import java.nio.file.Path;

/** jakarta.servlet on Jetty 12, behind a filter. */
@Shows({"Jetty12Commit", "Servlet"})
final class Jetty12IT extends ServletContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("jetty12", folder);
  }
}
