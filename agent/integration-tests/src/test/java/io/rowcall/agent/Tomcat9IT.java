package io.rowcall.agent;

import java.nio.file.Path;

/** javax.servlet on Tomcat 9, behind a filter. */
final class Tomcat9IT extends ServletContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat9", folder);
  }
}
