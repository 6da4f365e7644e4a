package io.rowcall.it.jdbc;

import io.rowcall.it.http.ServiceContract;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** H2 through HikariCP: each execution counts once. */
final class HikariIT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).jvmArg("-Dshop.connections=hikari");
  }
}
