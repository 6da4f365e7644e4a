package io.rowcall.core.library;

import io.rowcall.core.callsite.Orm;
import io.rowcall.core.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Describes one library: its packages, its role for the agent, and how to read it. A class belongs
 * to the library with the longest matching package prefix.
 *
 * <p>Immutable once it is declared: the methods that return {@code this} are for declarations.
 */
public final class Library {
  private static final String[] NONE = {};

  /** Prefixes of class names, with a trailing dot where a package ends. */
  final String[] packages;

  /** The kind of its pools in reports; null when it has none. */
  @Nullable String poolKind;

  /** The kind of its caches in reports; null when it has none. */
  @Nullable String cacheKind;

  @Nullable Dialect dialect;
  @Nullable Orm orm;
  boolean wrapper;
  boolean server;
  boolean eventLoops;
  String[] lazyLoaders = NONE;
  String[] wrapperFields = NONE;
  boolean sized;
  private boolean innerCaches;
  private PoolGauge @Nullable [] gauges;
  private @Nullable String nameField;

  private Library(String... packages) {
    this.packages = packages;
  }

  /** A library whose frames on a stack are not the application's; nothing else matters. */
  public static Library framework(String... packages) {
    return new Library(packages);
  }

  /** A JDBC driver, and the dialect of its database. */
  public static Library driver(Dialect dialect, String... packages) {
    Library driver = new Library(packages);
    driver.dialect = dialect;
    return driver;
  }

  /** A connection pool. Its connections are wrappers; see {@link #proxy}. */
  public static Library pool(String kind, String... packages) {
    Library pool = proxy(packages);
    pool.poolKind = kind;
    return pool;
  }

  /**
   * A library of JDBC wrappers. They are not woven by the interfaces that they implement, because
   * the objects that they wrap are.
   */
  public static Library proxy(String... packages) {
    Library proxy = new Library(packages);
    proxy.wrapper = true;
    return proxy;
  }

  /** A cache, or the client of one. */
  public static Library cache(String kind, String... packages) {
    return new Library(packages).withCaches(kind);
  }

  /** A library that writes SQL for the application. */
  public static Library orm(Orm orm, String... packages) {
    Library library = new Library(packages);
    library.orm = orm;
    return library;
  }

  /** A server. A task of its own that it submits to a pool is its next request. */
  public static Library server(String... packages) {
    Library server = new Library(packages);
    server.server = true;
    return server;
  }

  /**
   * A library of event loops. Its threads work for no request for long, as those of a server; but a
   * task of its own goes on with the request that has submitted it, such as one that calls those
   * who wait for a write.
   */
  public static Library eventLoops(String... packages) {
    Library library = new Library(packages);
    library.eventLoops = true;
    return library;
  }

  /** Has caches as well. */
  public Library withCaches(String kind) {
    cacheKind = kind;
    return this;
  }

  /** Declares how to read the size and the idle connections of a class of pools. */
  public Library withGauge(PoolGauge gauge) {
    int count = gauges == null ? 0 : gauges.length;
    PoolGauge[] all = new PoolGauge[count + 1];
    if (gauges != null) {
      System.arraycopy(gauges, 0, all, 0, count);
    }
    all[count] = gauge;
    gauges = all;
    return this;
  }

  /** Reads the names of its caches from one of their fields, which the constructor sets. */
  public Library namedBy(String field) {
    nameField = field;
    return this;
  }

  /**
   * Loads what an entity lacks when it is touched, in classes with these prefixes. What an ORM
   * loads eagerly may pass through the same classes, called by the query.
   */
  public Library loadsLazilyIn(String... prefixes) {
    lazyLoaders = prefixes;
    return this;
  }

  /** Hands out wrappers of its caches, which hold the cache that counts in one of these fields. */
  public Library wrapsCachesIn(String... fields) {
    wrapperFields = fields;
    return this;
  }

  /** Its caches are maps whose {@code size()} reads a field: no lock, no I/O. */
  public Library withSizedCaches() {
    sized = true;
    return this;
  }

  /** Keeps its entries in caches of another library, which are none of the application's. */
  public Library withInnerCaches() {
    innerCaches = true;
    return this;
  }

  /** Whether a cache that it creates is inside one of its own. */
  public boolean hasInnerCaches() {
    return innerCaches;
  }

  /** The kind of its pools in reports; null when it has none. */
  public @Nullable String poolKind() {
    return poolKind;
  }

  /** The kind of its caches in reports; null when it has none. */
  public @Nullable String cacheKind() {
    return cacheKind;
  }

  /** The gauge for a pool; null when its class has none. */
  @Nullable PoolGauge gauge(Object pool) {
    if (gauges != null) {
      for (PoolGauge gauge : gauges) {
        if (gauge.isFor(pool.getClass())) {
          return gauge;
        }
      }
    }
    return null;
  }

  /** The name that one of its caches has itself; null when it has none. */
  public @Nullable String nameOf(Object cache) {
    Object name = nameField == null ? null : FieldPath.read(cache, nameField);
    return name == null ? null : name.toString();
  }

  /** The length of the longest package prefix that a class name has; 0 when it has none. */
  int match(String className) {
    int longest = 0;
    for (String prefix : packages) {
      if (prefix.length() > longest && className.startsWith(prefix)) {
        longest = prefix.length();
      }
    }
    return longest;
  }
}
