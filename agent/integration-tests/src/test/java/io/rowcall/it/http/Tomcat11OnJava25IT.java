package io.rowcall.it.http;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** jakarta.servlet on Tomcat 11, on JDK 25 where it is installed. */
final class Tomcat11OnJava25IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat11", folder).on(Jdks.java25());
  }
}
