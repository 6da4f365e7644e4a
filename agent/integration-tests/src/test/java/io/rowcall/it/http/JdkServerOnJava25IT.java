package io.rowcall.it.http;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import java.util.List;

/** The JDK's own server, on JDK 25 where it is installed. */
final class JdkServerOnJava25IT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).on(Jdks.java25());
  }

  @Override
  protected List<Route> more() {
    return List.of();
  }
}
