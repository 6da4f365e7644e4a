package io.rowcall.core.start;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Initializes every class of the agent that counts or reports, so that the agent survives an
 * OutOfMemoryError of the application. A class first needed while the heap is full cannot be
 * loaded, and a class whose static initializer fails once is unusable forever.
 *
 * <p>Skips weaving, which is done by then, or fails only for the class being loaded. Skips outputs
 * that are loaded when they are asked for. Skips the report format and Jackson, which {@code
 * ReportWarmUp} initializes by writing a report.
 */
final class EagerInitializer implements Runnable {
  @Override
  public void run() {
    try {
      for (String name : AgentFiles.lines(AgentFiles.BOOT_CLASSES)) {
        initialize("java.lang." + name, null);
      }
      ClassLoader loader = EagerInitializer.class.getClassLoader();
      for (String name : AgentFiles.lines(AgentFiles.EAGER_CLASSES)) {
        initialize(name.replace('/', '.'), loader);
      }
    } catch (IOException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  private static void initialize(String name, @Nullable ClassLoader loader) {
    try {
      Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError unavailable) {
      return; // It needs a module that this JVM does not have, and is not used.
    }
  }
}
