package io.rowcall.it.http;

import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;

/** jakarta.servlet on Jetty 12, behind a filter. */
@Shows({"Jetty12Commit", "Servlet"})
final class Jetty12IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jetty12", folder);
  }
}
