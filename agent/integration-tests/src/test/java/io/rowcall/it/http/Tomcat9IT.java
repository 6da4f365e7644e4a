package io.rowcall.it.http;

import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Tomcat 9 (javax.servlet), behind a filter. */
final class Tomcat9IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat9", folder);
  }
}
