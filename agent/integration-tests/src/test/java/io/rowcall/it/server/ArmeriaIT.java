package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Armeria over HTTP/1.1: event loops, its blocking executor, and streams. */
@Tag("compat")
@Covers("Armeria")
final class ArmeriaIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("armeria", folder);
  }

  @Override
  public Server server() {
    return Server.of("Armeria", "armeria", "armeria");
  }

  @Override
  protected String template(String route) {
    return route.replace("{name}", ":name");
  }
}
