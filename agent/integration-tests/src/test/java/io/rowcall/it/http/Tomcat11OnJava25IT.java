package io.rowcall.it.http;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Tomcat 11 (jakarta.servlet) on JDK 25, if one is installed. */
final class Tomcat11OnJava25IT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("tomcat11", folder).onJdk(Jdks.java25());
  }
}
