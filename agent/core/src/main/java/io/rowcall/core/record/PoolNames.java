package io.rowcall.core.record;

import io.rowcall.boot.request.PoolStats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives pools their names, and each name its place among the figures. Bounded; any thread. */
final class PoolNames {
  /** Pools by the library that they are of, told from the package. */
  private static final String[][] KINDS = {
    {"com.alibaba.druid.", "druid"},
    {"com.mchange.v2.c3p0.", "c3p0"},
    {"com.zaxxer.hikari.", "hikari"},
    {"io.agroal.", "agroal"},
    {"org.apache.commons.dbcp2.", "dbcp2"},
    {"org.apache.tomcat.dbcp.dbcp2.", "dbcp2"},
    {"org.apache.tomcat.jdbc.pool.", "tomcat"},
  };

  private static final String NO_POOL = "datasource";

  private final CreationSites places;
  private final Map<String, PoolStats> byName = new HashMap<String, PoolStats>();
  private final List<PoolStats> known = new ArrayList<PoolStats>();
  private List<PoolStats> snapshot = Collections.emptyList();

  PoolNames(CreationSites places) {
    this.places = places;
    add(PoolStats.OTHER);
  }

  /**
   * @param name as its owner calls it, or null
   */
  PoolStats of(Object pool, @Nullable String name) {
    String className = pool.getClass().getName();
    String kind = kind(className);
    String of = name;
    if (of == null) {
      of = kind.equals(NO_POOL) ? simple(className) : places.of(pool);
    }
    return of(kind, of.isEmpty() ? kind : of);
  }

  private synchronized PoolStats of(String kind, String name) {
    String key = kind + '\n' + name;
    PoolStats pool = byName.get(key);
    if (pool == null) {
      if (known.size() >= PoolStats.MAX) {
        return PoolStats.OTHER;
      }
      pool = new PoolStats(name, kind, known.size());
      add(pool);
      byName.put(key, pool);
    }
    return pool;
  }

  private void add(PoolStats pool) {
    known.add(pool);
    snapshot = Collections.unmodifiableList(new ArrayList<PoolStats>(known));
  }

  /** All that have a name, by ordinal; the first stands for all others. */
  synchronized List<PoolStats> all() {
    return snapshot;
  }

  private static String kind(String className) {
    for (String[] kind : KINDS) {
      if (className.startsWith(kind[0])) {
        return kind[1];
      }
    }
    return NO_POOL;
  }

  private static String simple(String className) {
    String inPackage = className.substring(className.lastIndexOf('.') + 1);
    return inPackage.substring(inPackage.lastIndexOf('$') + 1);
  }
}
