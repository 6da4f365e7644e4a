package io.rowcall.agent;

import java.nio.file.Path;

/** jakarta.servlet on Tomcat 11. */
@Shows("TomcatCommit")
final class Tomcat11IT extends ServletContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat11", folder);
  }
}
