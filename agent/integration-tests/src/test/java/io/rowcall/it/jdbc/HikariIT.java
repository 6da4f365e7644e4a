package io.rowcall.it.jdbc;

import io.rowcall.it.http.ServiceContract;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import java.util.List;

/** H2 through HikariCP: counted once. */
final class HikariIT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).jvm("-Dshop.connections=hikari");
  }

  @Override
  protected List<Route> more() {
    return List.of();
  }
}
