package io.rowcall.core.library;

import io.rowcall.core.callsite.Orm;
import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks libraries up by the names of their classes. Immutable; any thread. */
public final class Libraries {
  /** Packages that are never the application's: the JDK, languages and the agent. */
  private static final Prefixes PLATFORM =
      new Prefixes(
          Arrays.asList(
              "com.sun.",
              "groovy.",
              "io.rowcall.boot.",
              "io.rowcall.core.",
              "io.rowcall.junit.",
              "jakarta.",
              "java.",
              "javax.",
              "jdk.",
              "kotlin.",
              "kotlinx.",
              "net.bytebuddy.",
              "org.apache.groovy.",
              "org.codehaus.groovy.",
              "scala.",
              "sun."));

  /** Parts of names of generated classes. JSP pages are compiled by the server. */
  private static final String[] GENERATED = {
    "$$Lambda",
    "$$EnhancerBy",
    "$$FastClass",
    "$$SpringCGLIB$$",
    "$$_",
    "$Proxy",
    "$HibernateProxy",
    "$Intercepted",
    "_ClientProxy",
    "_Subclass",
    "__Aot",
    "org.apache.jsp.",
  };

  private final Library[] pools;
  private final Library[] caches;
  private final Library[] drivers;
  private final Library[] orms;
  private final Prefixes packages;
  private final Prefixes wrappers;
  private final Prefixes lazyLoaders;
  private final Prefixes servers;
  private final String[] serverPackages;
  private final String[] workerPackages;
  private final String[] wrapperFields;

  /** The libraries of the {@link Catalog}, and those that have an instrumentation. */
  public Libraries(List<Library> instrumented) {
    List<Library> libraries = new ArrayList<Library>(Catalog.ALL);
    libraries.addAll(instrumented);
    List<Library> pools = new ArrayList<Library>();
    List<Library> caches = new ArrayList<Library>();
    List<Library> drivers = new ArrayList<Library>();
    List<Library> orms = new ArrayList<Library>();
    List<String> packages = new ArrayList<String>();
    List<String> wrappers = new ArrayList<String>();
    List<String> lazyLoaders = new ArrayList<String>();
    List<String> servers = new ArrayList<String>();
    List<String> workers = new ArrayList<String>();
    List<String> fields = new ArrayList<String>();
    for (Library library : libraries) {
      addIf(library.poolKind != null, library, pools);
      addIf(library.cacheKind != null, library, caches);
      addIf(library.dialect != null, library, drivers);
      addIf(library.orm != null, library, orms);
      packages.addAll(Arrays.asList(library.packages));
      lazyLoaders.addAll(Arrays.asList(library.lazyLoaders));
      fields.addAll(Arrays.asList(library.wrapperFields));
      if (library.server) {
        servers.addAll(Arrays.asList(library.packages));
      }
      if (library.server || library.eventLoops) {
        workers.addAll(Arrays.asList(library.packages));
      }
      if (library.wrapper) {
        for (String name : library.packages) {
          wrappers.add(name.replace('.', '/'));
        }
      }
    }
    this.pools = pools.toArray(new Library[0]);
    this.caches = caches.toArray(new Library[0]);
    this.drivers = drivers.toArray(new Library[0]);
    this.orms = orms.toArray(new Library[0]);
    this.packages = new Prefixes(packages);
    this.wrappers = new Prefixes(wrappers);
    this.lazyLoaders = new Prefixes(lazyLoaders);
    this.servers = new Prefixes(servers);
    this.serverPackages = servers.toArray(new String[0]);
    this.workerPackages = workers.toArray(new String[0]);
    this.wrapperFields = fields.toArray(new String[0]);
  }

  private static void addIf(boolean belongs, Library library, List<Library> libraries) {
    if (belongs) {
      libraries.add(library);
    }
  }

  /** Whether a class is of the JDK, of a language or of the agent, wherever it was loaded from. */
  public static boolean isPlatform(String className) {
    return PLATFORM.matches(className);
  }

  /** Whether a class is generated: a proxy, a lambda, the implementation of a repository. */
  public static boolean isGenerated(String className) {
    for (String part : GENERATED) {
      if (className.contains(part)) {
        return true;
      }
    }
    return className.endsWith("_"); // Jakarta Data's repositories, as Hibernate generates them.
  }

  /** Whether a class is of a known library. */
  public boolean isLibrary(String className) {
    return packages.matches(className);
  }

  /** The library of a pool; null when its class is of no known one. */
  public @Nullable Library pool(String className) {
    return nearest(pools, className);
  }

  /** The library of a cache, or of the client of one; null when it is not known. */
  public @Nullable Library cache(String className) {
    return nearest(caches, className);
  }

  /**
   * The dialect of a class of a JDBC driver, such as {@code org.postgresql.jdbc.PgConnection};
   * {@link Dialect#UNKNOWN} for all other classes, wrappers of a driver included.
   */
  public Dialect dialect(String className) {
    Library driver = nearest(drivers, className);
    return driver == null || driver.dialect == null ? Dialect.UNKNOWN : driver.dialect;
  }

  /** The gauge for a pool; null when it is of no known class. */
  public @Nullable PoolGauge gauge(Object pool) {
    for (Library library : pools) {
      PoolGauge gauge = library.gauge(pool);
      if (gauge != null) {
        return gauge;
      }
    }
    return null;
  }

  /** The ORM that a class belongs to; null when there is none. */
  public @Nullable Orm orm(String className) {
    Library library = nearest(orms, className);
    return library == null ? null : library.orm;
  }

  private static @Nullable Library nearest(Library[] candidates, String className) {
    Library nearest = null;
    int longest = 0;
    for (Library library : candidates) {
      int length = library.match(className);
      if (length > longest) {
        nearest = library;
        longest = length;
      }
    }
    return nearest;
  }

  /** Whether a class of an ORM loads what an entity lacks when it is touched. */
  public boolean isLazyLoading(String className) {
    return lazyLoaders.matches(className);
  }

  /**
   * Whether a class is a pool's or a proxy library's, and wraps a driver's objects.
   *
   * @param internalName with slashes
   */
  public boolean isWrapper(String internalName) {
    return wrappers.matches(internalName);
  }

  /** Whether a class is a server's. */
  public boolean isServer(String className) {
    return servers.matches(className);
  }

  /** Package prefixes of servers, with dots. */
  public String[] serverPackages() {
    return serverPackages.clone();
  }

  /** Package prefixes of servers and event loops, whose threads are workers, with dots. */
  public String[] workerPackages() {
    return workerPackages.clone();
  }

  /** Fields in which wrappers of caches hold the cache that counts. */
  public String[] wrapperFields() {
    return wrapperFields.clone();
  }

  /** Whether the size of a cache's map is a field: such as of a map of the JDK. */
  public boolean isSized(Object map) {
    String name = map.getClass().getName();
    if (name.startsWith("java.util.concurrent.")) {
      return true;
    }
    Library library = cache(name);
    return library != null && library.sized;
  }
}
