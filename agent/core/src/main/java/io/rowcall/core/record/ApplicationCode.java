package io.rowcall.core.record;

import io.rowcall.core.library.Libraries;
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
 * The application's own classes, recognized by their origin: a directory of classes ({@code
 * target/classes}), {@code BOOT-INF/classes}, {@code WEB-INF/classes}, a server's deployment, or
 * the main jar. A stack trace has names only, so packages are remembered; in a package of a known
 * library, and in a main jar that holds libraries too, single classes.
 *
 * <p>Sees every class that is loaded. A class of a library costs a few nanoseconds, because its
 * protection domain is remembered. Keeps at most {@value #MAX_NAMES} names, and no loader.
 *
 * <p>Any thread.
 */
public final class ApplicationCode {
  private static final int MAX_NAMES = 8192;
  private static final int DOMAINS = 256;
  private static final String NONE = "(none)";

  private final Map<String, Boolean> packages = new ConcurrentHashMap<String, Boolean>();
  private final Map<String, Boolean> classes = new ConcurrentHashMap<String, Boolean>();

  /** The first two segments of its packages, which its modules in other jars share. */
  private final Map<String, Boolean> roots = new ConcurrentHashMap<String, Boolean>();

  private final AtomicInteger changes = new AtomicInteger();

  /** Protection domains of libraries, by identity hash. */
  private final AtomicReferenceArray<@Nullable WeakReference<ProtectionDomain>> libraryDomains =
      new AtomicReferenceArray<@Nullable WeakReference<ProtectionDomain>>(DOMAINS);

  private final Libraries libraries;
  private final String mainClass;

  /** The path of its URL; null until the main class is seen. */
  private volatile @Nullable String mainJar;

  private volatile @Nullable String mainPackage;

  /**
   * @param command the main class or jar and its arguments, as in {@code sun.java.command}
   */
  public ApplicationCode(Libraries libraries, String command) {
    this.libraries = libraries;
    int space = command.indexOf(' ');
    String main = space < 0 ? command : command.substring(0, space);
    boolean jar = main.endsWith(".jar");
    mainClass = jar ? "" : main.substring(main.indexOf('/') + 1);
    mainJar = jar ? pathOf(new File(main)) : main.isEmpty() ? NONE : null;
    mainPackage = jar ? null : packageOf(mainClass);
  }

  /** Adds all loaded classes, including those that were loaded before the agent started. */
  public void add(Class<?>[] loaded) {
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
        add(type.getName(), '.', type.getProtectionDomain());
      }
    }
  }

  /**
   * Adds a class that is being loaded, if it is the application's.
   *
   * @param internalName with slashes
   */
  public void add(String internalName, @Nullable ProtectionDomain domain) {
    add(internalName, '/', domain);
  }

  private void add(String name, char separator, @Nullable ProtectionDomain domain) {
    if (domain == null || isOfLibrary(domain)) {
      return;
    }
    String path = pathOf(domain);
    boolean pure = isApplication(domain, path);
    if (pure || path.equals(mainJar)) {
      add(name.replace('/', '.'), name.lastIndexOf(separator), pure);
    } else if (mainJar != null) { // Until it is known, any jar may be the main one.
      libraryDomains.set(
          System.identityHashCode(domain) & (DOMAINS - 1),
          new WeakReference<ProtectionDomain>(domain));
    }
  }

  private boolean isOfLibrary(ProtectionDomain domain) {
    WeakReference<ProtectionDomain> known =
        libraryDomains.get(System.identityHashCode(domain) & (DOMAINS - 1));
    return known != null && known.get() == domain;
  }

  /** Never calls the URL's handler, which may be the application's. */
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
   * @param pure whether no library shares the origin
   */
  private void add(String name, int dot, boolean pure) {
    String packageName = dot < 0 ? "" : name.substring(0, dot);
    if (packages.containsKey(packageName)
        || Libraries.isPlatform(name)
        || packages.size() + classes.size() >= MAX_NAMES) {
      return;
    }
    if (!libraries.isLibrary(name)) {
      packages.put(packageName, true);
      roots.put(rootOf(packageName), true);
      changes.incrementAndGet();
    } else if (pure || isBelowMainPackage(packageName)) {
      int inner = name.indexOf('$');
      if (classes.put(inner < 0 ? name : name.substring(0, inner), true) == null) {
        changes.incrementAndGet();
      }
    }
  }

  /** A shaded jar holds libraries as well: only the main class's package is the application's. */
  private boolean isBelowMainPackage(String packageName) {
    String main = mainPackage;
    if (main == null) {
      main = mainPackageOf(String.valueOf(mainJar));
      mainPackage = main;
    }
    return !main.isEmpty() && (packageName.equals(main) || packageName.startsWith(main + "."));
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
  static String rootOf(String packageName) {
    int first = packageName.indexOf('.');
    int second = first < 0 ? -1 : packageName.indexOf('.', first + 1);
    return second < 0 ? packageName : packageName.substring(0, second);
  }

  /** Whether a class was loaded from the application's own code. */
  boolean contains(String className) {
    if (packages.containsKey(packageOf(className))) {
      return true;
    }
    int inner = className.indexOf('$');
    return classes.containsKey(inner < 0 ? className : className.substring(0, inner));
  }

  /** Whether a class of no known library has a package like the application's. */
  boolean isNamedLike(String className) {
    String root = rootOf(packageOf(className));
    return !root.isEmpty() && roots.containsKey(root);
  }

  /** A version number, which grows with each addition. */
  int changes() {
    return changes.get();
  }
}
