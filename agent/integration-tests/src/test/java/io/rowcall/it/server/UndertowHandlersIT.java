package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Handlers of Undertow without servlets: on the thread of the connection, and dispatched. */
@Tag("compat")
@Covers("Undertow")
final class UndertowHandlersIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("undertow", folder);
  }

  @Override
  public Server server() {
    return Server.of("Undertow handlers", "undertow", "undertow-core");
  }
}
