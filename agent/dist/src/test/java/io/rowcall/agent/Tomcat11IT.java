package io.rowcall.agent;

import java.nio.file.Path;

/** jakarta.servlet on Tomcat 11. */
final class Tomcat11IT extends ServletContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat11", folder);
  }
}
