package io.rowcall.it.server;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Quarkus REST with virtual threads. */
@Tag("compat")
final class QuarkusOnJava25IT extends QuarkusIT {

  @Override
  protected ServiceCommand command(Path folder) {
    return super.command(folder).onJdk(Jdks.java25());
  }
}
