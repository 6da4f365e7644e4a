package io.rowcall.agent;

import java.nio.file.Path;
import java.util.List;

/** H2 through HikariCP: counted once. */
final class HikariIT extends ServiceContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).jvm("-Dshop.connections=hikari");
  }

  @Override
  List<Route> more() {
    return List.of();
  }
}
