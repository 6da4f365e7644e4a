package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Micronaut: event loops, its executors, publishers, and scheduled methods. */
@Tag("compat")
@Covers({"Micronaut"})
final class MicronautIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("micronaut", folder);
  }

  @Override
  public Server server() {
    return Server.of("Micronaut", "micronaut", "micronaut-http-server-netty");
  }

  @Test
  void countsEachRunOfAScheduledMethod() {
    assertExecutionsPerRun(2, "io.acme.micronaut.ScheduledQueries.refresh");
  }
}
