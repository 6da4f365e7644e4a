package io.rowcall.it.threads;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.OnJava;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Threads and executors of Java 25, including virtual threads. */
@Covers("ThreadPerTask")
@OnJava(25)
final class ThreadsOnJava25IT extends ThreadsContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("threads", folder).onJdk(Jdks.java25()).jvmArg("--enable-preview");
  }

  @Override
  int javaVersion() {
    return 25;
  }
}
