package io.rowcall.it.http;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Tomcat 11 (jakarta.servlet). */
@Covers("TomcatCommit")
final class Tomcat11IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat11", folder);
  }
}
