package io.rowcall.agent;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Class loader of the agent. Loads from {@link InnerArchive}, where no other loader can find
 * anything. The few classes that every JVM needs are in the jar itself, below {@value #PREFIX},
 * where class files end in {@value #SUFFIX}: a program without JDBC and HTTP never opens the
 * archive.
 *
 * <p>Its parent is the platform loader, so the agent and the application do not see each other's
 * classes. It comes before its parent: in an application of named modules, the platform loader
 * finds the classes of all modules, the application's version of a library among them. It reads
 * from the jar directly and extracts no files. What it finds has no URL.
 */
final class AgentClassLoader extends ClassLoader {
  private static final String PREFIX = "rowcall/";
  private static final String CLASS = ".class";
  private static final String SUFFIX = ".classdata";

  /** Permissions granted to the jar apply to everything in it. */
  private static final ProtectionDomain DOMAIN = AgentClassLoader.class.getProtectionDomain();

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private volatile @Nullable InnerArchive archive;

  private AgentClassLoader(File file, @Nullable ClassLoader parent) throws IOException {
    super(parent);
    this.jar = new JarFile(file, false);
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
            .getMethod("install", String.class, Instrumentation.class, boolean.class)
            .invoke(null, arguments, instrumentation, running);
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
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        loaded = defineOwn(name);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    throw new ClassNotFoundException(name);
  }

  /** Null if the agent has no class of this name. */
  private @Nullable Class<?> defineOwn(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      bytes = read(name.replace('.', '/') + CLASS);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    if (bytes == null) {
      return null;
    }
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      definePackageOnce(name.substring(0, dot));
    }
    try {
      return defineClass(name, bytes, 0, bytes.length, DOMAIN);
    } catch (LinkageError duplicate) {
      // The transformer of another agent has looked the class up while it was defined.
      Class<?> defined = findLoadedClass(name);
      if (defined == null) {
        throw duplicate;
      }
      return defined;
    }
  }

  @SuppressWarnings("deprecation") // The replacement requires Java 9.
  private void definePackageOnce(String name) {
    if (getPackage(name) == null) {
      Package own = AgentClassLoader.class.getPackage();
      String version = own == null ? null : own.getImplementationVersion();
      try {
        definePackage(name, null, null, null, null, version, null, null);
      } catch (IllegalArgumentException alreadyDefined) {
        return;
      }
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      byte[] content = read(name);
      if (content != null) {
        return new ByteArrayInputStream(content);
      }
    } catch (IOException unreadable) {
      return null;
    }
    return super.getResourceAsStream(name);
  }

  private byte @Nullable [] read(String name) throws IOException {
    if (name.endsWith(CLASS)) {
      String path = PREFIX + name.substring(0, name.length() - CLASS.length()) + SUFFIX;
      JarEntry entry = jar.getJarEntry(path);
      if (entry != null) {
        return content(entry);
      }
    }
    return archive().read(name);
  }

  private InnerArchive archive() throws IOException {
    InnerArchive opened = archive;
    if (opened == null) {
      synchronized (this) {
        opened = archive;
        if (opened == null) {
          opened = new InnerArchive(jar);
          archive = opened;
        }
      }
    }
    return opened;
  }

  private byte[] content(JarEntry entry) throws IOException {
    byte[] content = new byte[(int) entry.getSize()];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int done = 0; done < content.length; ) {
        int n = in.read(content, done, content.length - done);
        if (n < 0) {
          throw new EOFException(jar.getName());
        }
        done += n;
      }
    }
    return content;
  }
}
