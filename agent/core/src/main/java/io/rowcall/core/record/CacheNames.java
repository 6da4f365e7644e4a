package io.rowcall.core.record;

import io.rowcall.boot.request.CacheStats;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.library.Library;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names caches, and gives each name its {@link CacheStats}. Caches that the same line creates share
 * a name, and are one cache in reports. Bounded; any thread.
 */
final class CacheNames {
  /** The name of everything that clients of a cache server read. */
  private static final String SERVER = "redis";

  private static final String UNKNOWN_KIND = "cache";

  /** Stands for caches inside those of another library. Its figures are in no report. */
  private static final CacheStats INNER = new CacheStats("(inner)", "", 0, true).inside();

  private final Libraries libraries;
  private final CreationSites sites;
  private final CacheOwner owner;
  private final List<CacheStats> all = new ArrayList<CacheStats>();
  private List<CacheStats> snapshot = Collections.emptyList();
  private final Map<String, CacheStats> byName = new HashMap<String, CacheStats>();

  CacheNames(Libraries libraries, CreationSites sites) {
    this.libraries = libraries;
    this.sites = sites;
    this.owner = new CacheOwner(sites.callSites());
    add(CacheStats.OTHER);
  }

  private void add(CacheStats cache) {
    all.add(cache);
    snapshot = Collections.unmodifiableList(new ArrayList<CacheStats>(all));
  }

  /**
   * The stats of a cache.
   *
   * @param cache the class of a client stands for the server that it reads from
   * @param givenName by its owner; null: the name that the cache has itself, or that of the place
   *     that creates it
   */
  CacheStats statsOf(Object cache, @Nullable String givenName) {
    if (cache instanceof Class) {
      String clientKind = kind(libraries.cache(((Class<?>) cache).getName()));
      return statsOf(clientKind == null ? UNKNOWN_KIND : clientKind, SERVER, false);
    }
    Library library = libraries.cache(cache.getClass().getName());
    String libraryKind = kind(library);
    String kind = libraryKind == null ? UNKNOWN_KIND : libraryKind;
    String creator = CacheOwner.creator(cache.getClass());
    if (givenName == null && isInner(creator)) {
      return INNER;
    }
    String found = givenName == null && library != null ? library.nameOf(cache) : givenName;
    String name = found == null ? sites.nameOf(cache) : found;
    if (name.isEmpty()) {
      name = kind;
    }
    name = PublicName.of(name);
    CacheStats known = known(kind, name);
    if (known != null) {
      return known;
    }
    boolean ofLibrary = libraryKind != null && owner.isLibrary(creator);
    return statsOf(kind, name, ofLibrary);
  }

  private boolean isInner(@Nullable String creator) {
    Library library = creator == null ? null : libraries.cache(creator);
    return library != null && library.hasInnerCaches();
  }

  private static @Nullable String kind(@Nullable Library library) {
    return library == null ? null : library.cacheKind();
  }

  private synchronized @Nullable CacheStats known(String kind, String name) {
    return byName.get(key(kind, name));
  }

  private synchronized CacheStats statsOf(String kind, String name, boolean ofLibrary) {
    String key = key(kind, name);
    CacheStats cache = byName.get(key);
    if (cache == null) {
      if (all.size() >= CacheStats.MAX) {
        return CacheStats.OTHER;
      }
      cache = new CacheStats(name, kind, all.size(), ofLibrary);
      add(cache);
      byName.put(key, cache);
    }
    return cache;
  }

  private static String key(String kind, String name) {
    return kind + '\n' + name;
  }

  /** All caches by ordinal; the first is {@link CacheStats#OTHER}. */
  synchronized List<CacheStats> all() {
    return snapshot;
  }
}
