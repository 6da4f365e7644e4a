package io.rowcall.it.jdbc;

import io.rowcall.it.http.ServiceContract;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import java.util.List;

/** H2 through {@link java.lang.reflect.Proxy} at every level: counted once. */
final class ProxyIT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).jvm("-Dshop.connections=proxy");
  }

  @Override
  protected List<Route> more() {
    return List.of();
  }
}
