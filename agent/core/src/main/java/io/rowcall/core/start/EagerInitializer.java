package io.rowcall.core.start;

import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Initializes every class of the agent that counts or writes. A class that is first needed when the
 * heap is full cannot be made then, and one whose static initializer fails never can.
 *
 * <p>Weaving is left out: it is done by then, or fails for the class that is being loaded alone. So
 * is the report's format, which brings Jackson: writing a report initializes it.
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
        } else if (name.startsWith(core) && !name.startsWith(core + "weave/")) {
          initialize(type, loader);
        }
      }
    }
  }

  private static void initialize(String name, @Nullable ClassLoader loader) {
    try {
      Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError notHere) {
      return; // It needs a module that this JVM lacks, and is not used here.
    }
  }
}
