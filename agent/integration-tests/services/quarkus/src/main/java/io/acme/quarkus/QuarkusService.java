package io.acme.quarkus;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the scenarios on Quarkus, on a free port. */
@QuarkusMain
public final class QuarkusService implements QuarkusApplication {

  /** Prints {@code READY port} once it accepts requests. */
  @Override
  public int run(String... args) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    System.out.println("READY " + port);
    Quarkus.waitForExit();
    return 0;
  }
}
