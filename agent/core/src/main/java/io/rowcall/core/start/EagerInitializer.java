package io.rowcall.core.start;

import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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
  private final JarFile jar;
  private final String prefix;
  private final String suffix;

  EagerInitializer(JarFile jar, String prefix, String suffix) {
    this.jar = jar;
    this.prefix = prefix;
    this.suffix = suffix;
  }

  @Override
  public void run() {
    String core = prefix + "io/rowcall/core/";
    String boot = prefix + "java/lang/";
    ClassLoader loader = EagerInitializer.class.getClassLoader();
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (name.endsWith(suffix)) {
        String type =
            name.substring(prefix.length(), name.length() - suffix.length()).replace('/', '.');
        if (name.startsWith(boot)) {
          initialize(type, null);
        } else if (name.startsWith(core) && !isOptional(name.substring(core.length()))) {
          initialize(type, loader);
        }
      }
    }
  }

  /** Whether a class weaves, or belongs to an output that has to be asked for. */
  private static boolean isOptional(String name) {
    return name.startsWith("weave/")
        || name.startsWith("live/")
        || name.startsWith("metrics/")
        || name.startsWith("jmx/")
        || name.startsWith("otlp/");
  }

  private static void initialize(String name, @Nullable ClassLoader loader) {
    try {
      Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError unavailable) {
      return; // It needs a module that this JVM does not have, and is not used.
    }
  }
}
