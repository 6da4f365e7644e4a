package io.rowcall.agent;

import java.nio.file.Path;
import java.util.Map;

/** The threads that only later Javas have, beside all the others. */
final class ThreadsOnJava25IT extends ThreadsContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("threads", folder).on(Jdks.java25()).jvm("--enable-preview");
  }

  @Override
  Map<String, Integer> executions() {
    Map<String, Integer> executions = super.executions();
    executions.put("structured", 3);
    executions.put("virtual", 3);
    executions.put("virtual-bare", 3);
    return executions;
  }
}
