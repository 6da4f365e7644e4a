package io.acme.jdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Paths;

/**
 * A class loader that defines SQLite's driver and serves none of its class files, as loaders do
 * that decrypt their classes. Used as {@code java.system.class.loader}.
 */
public final class HidingClassLoader extends URLClassLoader {
  private static final String HIDDEN = "org/sqlite/";

  /**
   * @param parent the JVM's own system class loader
   */
  public HidingClassLoader(ClassLoader parent) {
    super(new URL[0], parent);
  }

  /** Called by the JVM for the jar of an agent. */
  @SuppressWarnings("unused")
  private void appendToClassPathForInstrumentation(String path) throws MalformedURLException {
    addURL(Paths.get(path).toUri().toURL());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // The service as well: DriverManager serves only those who see the same driver.
    boolean own =
        name.startsWith("org.sqlite.")
            || (name.startsWith("io.acme.") && !name.equals(HidingClassLoader.class.getName()));
    if (!own) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in =
        getParent().getResourceAsStream(name.replace('.', '/').concat(".class"))) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  @Override
  public URL getResource(String name) {
    return name.startsWith(HIDDEN) && name.endsWith(".class") ? null : super.getResource(name);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    return name.startsWith(HIDDEN) && name.endsWith(".class")
        ? null
        : super.getResourceAsStream(name);
  }
}
