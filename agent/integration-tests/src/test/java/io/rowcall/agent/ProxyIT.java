package io.rowcall.agent;

import java.nio.file.Path;
import java.util.List;

/** H2 through {@link java.lang.reflect.Proxy} at every level: counted once. */
final class ProxyIT extends ServiceContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).jvm("-Dshop.connections=proxy");
  }

  @Override
  List<Route> more() {
    return List.of();
  }
}
