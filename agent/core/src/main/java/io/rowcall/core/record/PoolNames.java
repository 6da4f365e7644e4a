package io.rowcall.core.record;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.library.Library;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names pools, and gives each name its {@link PoolStats}. Bounded; any thread. */
final class PoolNames {
  private static final String DATA_SOURCE = "datasource";

  private final Libraries libraries;
  private final CreationSites sites;
  private final Map<String, PoolStats> byName = new HashMap<String, PoolStats>();
  private final List<PoolStats> all = new ArrayList<PoolStats>();
  private List<PoolStats> snapshot = Collections.emptyList();

  PoolNames(Libraries libraries, CreationSites sites) {
    this.libraries = libraries;
    this.sites = sites;
    add(PoolStats.OTHER);
  }

  /**
   * The stats of a pool, or of a data source that is not a pool.
   *
   * @param givenName by its owner; null: named after the place that creates it
   */
  PoolStats statsOf(Object pool, @Nullable String givenName) {
    String className = pool.getClass().getName();
    Library library = libraries.pool(className);
    String kind = library == null ? null : library.poolKind();
    if (kind == null) {
      return statsOf(DATA_SOURCE, givenName == null ? simpleName(className) : givenName);
    }
    String name = givenName == null ? sites.nameOf(pool) : givenName;
    return statsOf(kind, name.isEmpty() ? kind : name);
  }

  private synchronized PoolStats statsOf(String kind, String givenName) {
    String name = PublicName.of(givenName);
    String key = kind + '\n' + name;
    PoolStats pool = byName.get(key);
    if (pool == null) {
      if (all.size() >= PoolStats.MAX) {
        return PoolStats.OTHER;
      }
      pool = new PoolStats(name, kind, all.size());
      add(pool);
      byName.put(key, pool);
    }
    return pool;
  }

  private void add(PoolStats pool) {
    all.add(pool);
    snapshot = Collections.unmodifiableList(new ArrayList<PoolStats>(all));
  }

  /** All pools by ordinal; the first is {@link PoolStats#OTHER}. */
  synchronized List<PoolStats> all() {
    return snapshot;
  }

  private static String simpleName(String className) {
    String inPackage = className.substring(className.lastIndexOf('.') + 1);
    return inPackage.substring(inPackage.lastIndexOf('$') + 1);
  }
}
