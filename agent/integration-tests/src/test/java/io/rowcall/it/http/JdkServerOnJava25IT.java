package io.rowcall.it.http;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** The HTTP server of JDK 25, if one is installed. */
final class JdkServerOnJava25IT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).onJdk(Jdks.java25());
  }
}
