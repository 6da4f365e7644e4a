package io.rowcall.agent;

import java.nio.file.Path;

/** jakarta.servlet on Undertow. */
@Shows({"UndertowCommit", "Servlet"})
final class UndertowIT extends ServletContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("servers", folder).jvm("-Dserver=undertow");
  }
}
