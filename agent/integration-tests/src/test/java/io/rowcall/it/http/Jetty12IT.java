package io.rowcall.it.http;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Jetty 12 (jakarta.servlet), behind a filter. */
@Covers({"Jetty12Commit", "Servlet"})
final class Jetty12IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jetty12", folder);
  }
}
