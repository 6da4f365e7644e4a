package io.rowcall.core.record;

import io.rowcall.boot.request.CacheStats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives caches their names, and each name its place among the figures: caches that are made at the
 * same place are one to people, and so they are here. Bounded; any thread.
 */
final class CacheNames {
  /** Caches by the library that they are of, told from the package. */
  private static final String[][] KINDS = {
    {"com.github.benmanes.caffeine.", "caffeine"},
    {"com.google.common.cache.", "guava"},
    {"com.hazelcast.", "hazelcast"},
    {"io.lettuce.", "lettuce"},
    {"javax.cache.", "jcache"},
    {"org.cache2k.", "cache2k"},
    {"org.ehcache.", "ehcache"},
    {"org.hibernate.", "hibernate"},
    {"org.infinispan.", "infinispan"},
    {"org.redisson.", "redisson"},
    {"org.springframework.", "spring"},
    {"redis.clients.", "jedis"},
  };

  private static final String BEHIND_CLIENTS = "redis";
  private static final String UNKNOWN_KIND = "cache";

  private final CreationSites places;
  private final CacheOwner maker;
  private final List<CacheStats> known = new ArrayList<CacheStats>();
  private List<CacheStats> snapshot = Collections.emptyList();
  private final Map<String, CacheStats> byName = new HashMap<String, CacheStats>();

  CacheNames(CreationSites places) {
    this.places = places;
    this.maker = new CacheOwner(places.callSites());
    add(CacheStats.OTHER);
  }

  private void add(CacheStats cache) {
    known.add(cache);
    snapshot = Collections.unmodifiableList(new ArrayList<CacheStats>(known));
  }

  /**
   * @param cache the class of a client stands for what it reads from
   * @param name as its owner calls it, or null
   */
  CacheStats of(Object cache, @Nullable String name) {
    if (cache instanceof Class) {
      return of(kind(((Class<?>) cache).getName()), BEHIND_CLIENTS, false);
    }
    String kind = kind(cache.getClass().getName());
    String of = name == null ? places.of(cache) : name;
    String called = of.isEmpty() ? kind : of;
    CacheStats known = known(kind, called);
    if (known != null) {
      return known;
    }
    boolean aside = !kind.equals(UNKNOWN_KIND) && maker.isLibrary(cache.getClass());
    return of(kind, called, aside);
  }

  private synchronized @Nullable CacheStats known(String kind, String name) {
    return byName.get(kind + '\n' + name);
  }

  private synchronized CacheStats of(String kind, String name, boolean aside) {
    String key = kind + '\n' + name;
    CacheStats cache = byName.get(key);
    if (cache == null) {
      if (known.size() >= CacheStats.MAX) {
        return CacheStats.OTHER;
      }
      cache = new CacheStats(name, kind, known.size(), aside);
      add(cache);
      byName.put(key, cache);
    }
    return cache;
  }

  /** All that have a name, by ordinal; the first stands for all others. */
  synchronized List<CacheStats> all() {
    return snapshot;
  }

  static String kind(String className) {
    for (String[] kind : KINDS) {
      if (className.startsWith(kind[0])) {
        return kind[1];
      }
    }
    return UNKNOWN_KIND;
  }
}
