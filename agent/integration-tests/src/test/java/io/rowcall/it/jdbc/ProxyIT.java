package io.rowcall.it.jdbc;

import io.rowcall.it.http.ServiceContract;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** H2 behind a {@link java.lang.reflect.Proxy} at every level: each execution counts once. */
final class ProxyIT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).jvmArg("-Dshop.connections=proxy");
  }
}
