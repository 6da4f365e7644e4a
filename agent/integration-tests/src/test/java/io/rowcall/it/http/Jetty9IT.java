package io.rowcall.it.http;

import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;

/** javax.servlet on Jetty 9, a mapping per route. */
@Shows("Jetty9Commit")
final class Jetty9IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jetty9", folder);
  }
}
