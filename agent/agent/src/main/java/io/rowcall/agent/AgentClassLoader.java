package io.rowcall.agent;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Loads what lies in the agent's jar below {@value #PREFIX}, where class files end in {@value
 * #SUFFIX} so that no other loader takes them for classes.
 *
 * <p>Its parent is the platform loader: it sees the JDK and itself, and nothing of the application;
 * and the application sees nothing of it. It reads straight from the jar and writes no file.
 */
final class AgentClassLoader extends ClassLoader {
  static final String PREFIX = "rowcall/";
  static final String SUFFIX = ".classdata";

  /** What a security manager grants to the jar, it grants to all that is in it. */
  private static final ProtectionDomain RIGHTS = AgentClassLoader.class.getProtectionDomain();

  static {
    registerAsParallelCapable();
  }

  private final File file;
  private final JarFile jar;
  private final @Nullable String version;

  private AgentClassLoader(File file, @Nullable ClassLoader parent) throws IOException {
    super(parent);
    this.file = file;
    this.jar = new JarFile(file, false);
    Manifest manifest = jar.getManifest();
    this.version =
        manifest == null
            ? null
            : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
  }

  static AgentClassLoader open() throws IOException, URISyntaxException {
    URL location = RIGHTS.getCodeSource().getLocation();
    return new AgentClassLoader(new File(new URI(location.toString())), platform());
  }

  /**
   * Has the agent look out for something to weave.
   *
   * @param running the application runs already
   * @return starts the agent whether there is something to weave or not
   */
  Runnable startAgent(@Nullable String arguments, Instrumentation instrumentation, boolean running)
      throws Exception {
    return (Runnable)
        loadClass("io.rowcall.core.start.LazyTransformer")
            .getMethod(
                "post",
                String.class,
                Instrumentation.class,
                JarFile.class,
                String.class,
                String.class,
                boolean.class)
            .invoke(null, arguments, instrumentation, jar, PREFIX, SUFFIX, running);
  }

  /** Where a test becomes a request; null when the agent is switched off or could not start. */
  @SuppressWarnings("unchecked") // As core declares it.
  @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>> tests() throws Exception {
    return (BiFunction<String, Boolean, Callable<Map<String, Object>>>)
        loadClass("io.rowcall.core.start.Recordings").getMethod("get").invoke(null);
  }

  /** The loader above the application's: the platform loader, or Java 8's extension loader. */
  private static @Nullable ClassLoader platform() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    while (loader.getParent() != null) {
      loader = loader.getParent();
    }
    return loader;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      bytes = read(PREFIX + name.replace('.', '/') + SUFFIX);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      definePackageOnce(name.substring(0, dot));
    }
    return defineClass(name, bytes, 0, bytes.length, RIGHTS);
  }

  @SuppressWarnings("deprecation") // Its successor does not exist in Java 8.
  private void definePackageOnce(String name) {
    if (getPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, version, null, null);
      } catch (IllegalArgumentException anotherThreadWasFirst) {
        return;
      }
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    JarEntry entry = jar.getJarEntry(pathOf(name));
    if (entry != null) {
      try {
        return jar.getInputStream(entry);
      } catch (IOException unreadable) {
        return null;
      }
    }
    return super.getResourceAsStream(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    String path = pathOf(name);
    if (jar.getJarEntry(path) == null) {
      return null;
    }
    try {
      return new URL("jar:" + file.toURI() + "!/" + path);
    } catch (MalformedURLException impossible) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }

  private static String pathOf(String resource) {
    return resource.endsWith(".class")
        ? PREFIX + resource.substring(0, resource.length() - ".class".length()) + SUFFIX
        : PREFIX + resource;
  }

  private byte @Nullable [] read(String path) throws IOException {
    JarEntry entry = jar.getJarEntry(path);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.max(entry.getSize(), 512));
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        all.write(buffer, 0, n);
      }
      return all.toByteArray();
    }
  }
}
