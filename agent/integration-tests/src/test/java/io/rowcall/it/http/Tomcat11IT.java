package io.rowcall.it.http;

import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;

/** jakarta.servlet on Tomcat 11. */
@Shows("TomcatCommit")
final class Tomcat11IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat11", folder);
  }
}
