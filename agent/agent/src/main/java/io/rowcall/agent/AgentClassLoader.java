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
 * Class loader of the agent. Loads from {@value #PREFIX} in the agent's jar, where class files end
 * in {@value #SUFFIX} so that no other loader can find them.
 *
 * <p>Its parent is the platform loader, so the agent and the application do not see each other's
 * classes. It reads from the jar directly and extracts no files.
 */
final class AgentClassLoader extends ClassLoader {
  static final String PREFIX = "rowcall/";
  static final String SUFFIX = ".classdata";

  /** Permissions granted to the jar apply to everything in it. */
  private static final ProtectionDomain DOMAIN = AgentClassLoader.class.getProtectionDomain();

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
    URL location = DOMAIN.getCodeSource().getLocation();
    return new AgentClassLoader(new File(new URI(location.toString())), platform());
  }

  /**
   * Installs the transformer that activates the agent on demand.
   *
   * @param running whether the application is already running
   * @return an action that activates the agent unconditionally
   */
  Runnable install(@Nullable String arguments, Instrumentation instrumentation, boolean running)
      throws Exception {
    return (Runnable)
        loadClass("io.rowcall.core.start.LazyTransformer")
            .getMethod(
                "install",
                String.class,
                Instrumentation.class,
                JarFile.class,
                String.class,
                String.class,
                boolean.class)
            .invoke(null, arguments, instrumentation, jar, PREFIX, SUFFIX, running);
  }

  /** Records tests as requests; null if the agent is disabled or failed to start. */
  @SuppressWarnings("unchecked") // Declared so in core.
  @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>> tests() throws Exception {
    return (BiFunction<String, Boolean, Callable<Map<String, Object>>>)
        loadClass("io.rowcall.core.start.Recordings").getMethod("get").invoke(null);
  }

  /** The platform loader, or the extension loader of Java 8. */
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
    return defineClass(name, bytes, 0, bytes.length, DOMAIN);
  }

  @SuppressWarnings("deprecation") // The replacement requires Java 9.
  private void definePackageOnce(String name) {
    if (getPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, version, null, null);
      } catch (IllegalArgumentException alreadyDefined) {
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
      ByteArrayOutputStream content =
          new ByteArrayOutputStream((int) Math.max(entry.getSize(), 512));
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        content.write(buffer, 0, n);
      }
      return content.toByteArray();
    }
  }
}
