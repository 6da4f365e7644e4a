package io.acme.safety;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Program that loads and verifies every class of its arguments, which are jars. */
public final class VerifiedJars {
  private VerifiedJars() {}

  /**
   * Prints each class that is rejected, other than for a missing class, and the number of others.
   */
  public static void main(String[] jars) throws Exception {
    System.out.println("READY 0");
    for (String jar : jars) {
      verify(new File(jar));
    }
  }

  private static void verify(File file) throws Exception {
    int verified = 0;
    try (JarFile jar = new JarFile(file);
        URLClassLoader loader = new URLClassLoader(new URL[] {file.toURI().toURL()})) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.contains("-info")) {
          verified += verify(name.substring(0, name.length() - 6).replace('/', '.'), loader);
        }
      }
    }
    System.out.println(file.getName() + " VERIFIED " + verified);
  }

  /** Linking verifies a class; the list of its methods needs a linked class. */
  private static int verify(String name, ClassLoader loader) {
    try {
      Method[] unused = Class.forName(name, false, loader).getDeclaredMethods();
      return 1;
    } catch (ClassNotFoundException | NoClassDefFoundError missing) {
      return 0;
    } catch (LinkageError rejected) {
      System.out.println("REJECTED " + name + " " + rejected.getClass().getName());
      return 0;
    }
  }
}
