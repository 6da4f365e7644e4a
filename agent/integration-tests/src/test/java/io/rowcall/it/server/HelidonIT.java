package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Helidon SE, whose requests have virtual threads; on JDK 25, if one is installed. */
@Tag("compat")
@Covers("Helidon")
final class HelidonIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    Path service = ServiceCommand.SERVICES.resolve("helidon");
    return ServiceCommand.of("helidon", folder)
        .onJdk(Jdks.java25())
        .program(
            "-cp",
            service.resolve("target/lib") + "/*",
            service.resolve("src/main/helidon/HelidonService.java").toString());
  }

  @Override
  public Server server() {
    return Server.of("Helidon SE", "helidon", "helidon-webserver");
  }
}
