package io.rowcall.it.http;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Undertow (jakarta.servlet). */
@Covers({"UndertowCommit", "Servlet"})
final class UndertowIT extends ServletContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("servers", folder).jvmArg("-Dserver=undertow");
  }
}
