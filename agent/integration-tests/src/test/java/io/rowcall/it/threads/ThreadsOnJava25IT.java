package io.rowcall.it.threads;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.OnJava;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;

/** The threads that only later Javas have, beside all the others. */
@Shows("ThreadPerTask")
@OnJava(25)
final class ThreadsOnJava25IT extends ThreadsContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("threads", folder).on(Jdks.java25()).jvm("--enable-preview");
  }

  @Override
  int java() {
    return 25;
  }
}
