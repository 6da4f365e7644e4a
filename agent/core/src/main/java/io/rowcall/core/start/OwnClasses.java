package io.rowcall.core.start;

import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Initialises every class of the agent that counts or writes. A class that is first needed when the
 * heap is full cannot be made then, and one whose static initialiser fails never can.
 *
 * <p>Weaving is left out: it is done by then, or fails for the class that is being loaded alone.
 */
final class OwnClasses implements Runnable {
  private final JarFile jar;
  private final String prefix;
  private final String suffix;

  OwnClasses(JarFile jar, String prefix, String suffix) {
    this.jar = jar;
    this.prefix = prefix;
    this.suffix = suffix;
  }

  @Override
  public void run() {
    String core = prefix + "io/rowcall/core/";
    String format = prefix + "io/rowcall/format/";
    ClassLoader loader = OwnClasses.class.getClassLoader();
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (name.endsWith(suffix)
          && (name.startsWith(format) || name.startsWith(core))
          && !name.startsWith(core + "weave/")) {
        initialise(
            name.substring(prefix.length(), name.length() - suffix.length()).replace('/', '.'),
            loader);
      }
    }
  }

  private static void initialise(String name, ClassLoader loader) {
    try {
      Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError notHere) {
      return; // It needs a module that this JVM lacks, and is not used here.
    }
  }
}
