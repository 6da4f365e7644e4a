package io.rowcall.agent;

import java.nio.file.Path;
import java.util.List;

/** The JDK's own server, on JDK 25 where it is installed. */
final class JdkServerOnJava25IT extends ServiceContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).on(Jdks.java25());
  }

  @Override
  List<Route> more() {
    return List.of();
  }
}
