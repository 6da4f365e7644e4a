package io.rowcall.it.http;

import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;

/** jakarta.servlet on Undertow. */
@Shows({"UndertowCommit", "Servlet"})
final class UndertowIT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("servers", folder).jvm("-Dserver=undertow");
  }
}
