package io.rowcall.core.record;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are the application's own, by where they were loaded from: a folder of classes
 * ({@code target/classes}), {@code BOOT-INF/classes}, {@code WEB-INF/classes}, what a server has
 * deployed, or the main jar. A stack trace has names only, so packages are remembered; in a package
 * that looks like a library's, and in a main jar that holds libraries too, single classes.
 *
 * <p>Sees every class that is loaded; one of a library costs a few nanoseconds, because libraries
 * are known by their protection domain. Keeps at most {@value #MAX_NAMES} names, and no loader.
 *
 * <p>Any thread.
 */
public final class ApplicationCode {
  private static final int MAX_NAMES = 8192;
  private static final int DOMAINS = 256;
  private static final String NONE = "(none)";

  private final Map<String, Boolean> packages = new ConcurrentHashMap<String, Boolean>();
  private final Map<String, Boolean> classes = new ConcurrentHashMap<String, Boolean>();

  /** The first two segments of its packages: other jars that share them are its modules. */
  private final Map<String, Boolean> roots = new ConcurrentHashMap<String, Boolean>();

  private final AtomicInteger changes = new AtomicInteger();

  /** Domains that are no application's, by identity. */
  private final AtomicReferenceArray<@Nullable WeakReference<ProtectionDomain>> others =
      new AtomicReferenceArray<@Nullable WeakReference<ProtectionDomain>>(DOMAINS);

  private final String mainClass;

  /** The path of its URL; null as long as the main class was not seen. */
  private volatile @Nullable String mainJar;

  private volatile @Nullable String mainPackage;

  /**
   * @param command the main class or jar and its arguments, as {@code sun.java.command} has them
   */
  public ApplicationCode(String command) {
    int space = command.indexOf(' ');
    String main = space < 0 ? command : command.substring(0, space);
    boolean jar = main.endsWith(".jar");
    mainClass = jar ? "" : main.substring(main.indexOf('/') + 1);
    mainJar = jar ? pathOf(new File(main)) : main.isEmpty() ? NONE : null;
    mainPackage = jar ? null : packageOf(mainClass);
  }

  /** All classes that are loaded by now; those before anybody watched are among them. */
  public void seen(Class<?>[] loaded) {
    for (Class<?> type : loaded) {
      if (mainJar == null && type.getName().equals(mainClass)) {
        mainJar = pathOf(type.getProtectionDomain());
      }
    }
    if (mainJar == null) {
      mainJar = NONE;
    }
    for (Class<?> type : loaded) {
      if (type.getClassLoader() != null && !type.isArray()) {
        seen(type.getName(), '.', type.getProtectionDomain());
      }
    }
  }

  /**
   * A class is being loaded.
   *
   * @param internalName with slashes
   */
  public void seen(String internalName, @Nullable ProtectionDomain domain) {
    seen(internalName, '/', domain);
  }

  private void seen(String name, char separator, @Nullable ProtectionDomain domain) {
    if (domain == null || isKnownAsOther(domain)) {
      return;
    }
    String path = pathOf(domain);
    boolean all = isApplication(domain, path);
    if (all || path.equals(mainJar)) {
      add(name.replace('/', '.'), name.lastIndexOf(separator), all);
    } else if (mainJar != null) { // Until it is known, any jar may be it.
      others.set(
          System.identityHashCode(domain) & (DOMAINS - 1),
          new WeakReference<ProtectionDomain>(domain));
    }
  }

  private boolean isKnownAsOther(ProtectionDomain domain) {
    WeakReference<ProtectionDomain> known =
        others.get(System.identityHashCode(domain) & (DOMAINS - 1));
    return known != null && known.get() == domain;
  }

  /** Without a question to the URL's handler, which may be the application's. */
  private static String pathOf(@Nullable ProtectionDomain domain) {
    URL location = domain == null ? null : locationOf(domain);
    String path = location == null ? null : location.getPath();
    return path == null ? "" : path;
  }

  private static @Nullable URL locationOf(ProtectionDomain domain) {
    CodeSource source = domain.getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private static boolean isApplication(ProtectionDomain domain, String path) {
    if (path.contains("BOOT-INF/classes") || path.contains("WEB-INF/classes")) {
      return true;
    }
    URL location = locationOf(domain);
    String protocol = location == null ? "" : location.getProtocol();
    if ("file".equals(protocol)) {
      return path.endsWith("/");
    }
    return "vfs".equals(protocol) && path.startsWith("/content/") && !path.contains("/lib/");
  }

  /**
   * @param all whether no library lies beside it
   */
  private void add(String name, int dot, boolean all) {
    String in = dot < 0 ? "" : name.substring(0, dot);
    if (packages.containsKey(in)
        || Libraries.isNever(name)
        || packages.size() + classes.size() >= MAX_NAMES) {
      return;
    }
    if (!Libraries.isKnown(name)) {
      packages.put(in, true);
      roots.put(rootOf(in), true);
      changes.incrementAndGet();
    } else if (all || isBeneathMainClass(in)) {
      int inner = name.indexOf('$');
      if (classes.put(inner < 0 ? name : name.substring(0, inner), true) == null) {
        changes.incrementAndGet();
      }
    }
  }

  /** A jar of everything has its libraries beside the application. */
  private boolean isBeneathMainClass(String in) {
    String main = mainPackage;
    if (main == null) {
      main = mainPackageOf(String.valueOf(mainJar));
      mainPackage = main;
    }
    return !main.isEmpty() && (in.equals(main) || in.startsWith(main + "."));
  }

  private static String mainPackageOf(String jar) {
    try (JarFile file = new JarFile(new File(URI.create("file:" + jar)))) {
      Manifest manifest = file.getManifest();
      if (manifest != null) {
        String start = manifest.getMainAttributes().getValue("Start-Class");
        String main = manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        return packageOf(start != null ? start : main != null ? main : "");
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      return "";
    }
    return "";
  }

  private static String pathOf(File file) {
    try {
      return file.getCanonicalFile().toURI().getRawPath();
    } catch (IOException unknown) {
      return "";
    }
  }

  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  /** {@code com.acme} of {@code com.acme.shop.cart}. */
  static String rootOf(String in) {
    int first = in.indexOf('.');
    int second = first < 0 ? -1 : in.indexOf('.', first + 1);
    return second < 0 ? in : in.substring(0, second);
  }

  /** Whether a class was loaded from the application's own code. */
  boolean has(String className) {
    if (packages.containsKey(packageOf(className))) {
      return true;
    }
    int inner = className.indexOf('$');
    return classes.containsKey(inner < 0 ? className : className.substring(0, inner));
  }

  /** Whether a class that no library is known for has a name like the application's. */
  boolean isNamedLike(String className) {
    String root = rootOf(packageOf(className));
    return !root.isEmpty() && roots.containsKey(root);
  }

  /** Grows with whatever becomes known. */
  int changes() {
    return changes.get();
  }
}
