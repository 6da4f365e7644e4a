package io.rowcall.it.http;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Jetty 9 (javax.servlet), with a mapping per route. */
@Covers("Jetty9Commit")
final class Jetty9IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jetty9", folder);
  }
}
