package io.rowcall.core.start;

import io.rowcall.boot.Hooks;
import io.rowcall.core.weave.Transformer;
import java.lang.instrument.Instrumentation;

/**
 * Weaves the JDK's executors, which are loaded long before us, as soon as something else has been
 * woven. Runs on the agent's thread: never inside a transformer, and never in a JVM that has
 * neither JDBC nor HTTP.
 */
final class Arming implements Runnable {
  private final Instrumentation instrumentation;
  private final Transformer transformer;

  Arming(Instrumentation instrumentation, Transformer transformer) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
  }

  @Override
  public void run() {
    if (!transformer.isArmed() || !instrumentation.isRetransformClassesSupported()) {
      return;
    }
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (transformer.onceArmed().contains(loaded.getName().replace('.', '/'))) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (Exception | LinkageError notWoven) {
          Hooks.suppressed(notWoven);
        }
      }
    }
  }
}
