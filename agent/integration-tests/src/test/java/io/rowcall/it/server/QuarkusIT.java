package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quarkus REST: event loops, workers, its executor of virtual threads, and scheduled methods. */
@Tag("compat")
@Covers("ResteasyReactive")
class QuarkusIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    Path jar = ServiceCommand.SERVICES.resolve("quarkus/target/quarkus-app/quarkus-run.jar");
    return ServiceCommand.of("quarkus", folder).program("-jar", jar.toString());
  }

  @Override
  public Server server() {
    return Server.of("Quarkus REST", "quarkus", "quarkus-rest");
  }

  @Test
  void countsEachRunOfAScheduledMethod() {
    assertExecutionsPerRun(2, "io.acme.quarkus.ScheduledQueries.refresh");
    assertExecutionsPerRun(2, "io.acme.quarkus.ScheduledQueries.refreshOnEventLoop");
  }
}
