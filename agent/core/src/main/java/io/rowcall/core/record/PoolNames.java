package io.rowcall.core.record;

import io.rowcall.boot.KnownPool;
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

  private final Places places;
  private final Map<String, KnownPool> byName = new HashMap<String, KnownPool>();
  private final List<KnownPool> known = new ArrayList<KnownPool>();
  private List<KnownPool> snapshot = Collections.emptyList();

  PoolNames(Places places) {
    this.places = places;
    add(KnownPool.OTHER);
  }

  /**
   * @param name as its owner calls it, or null
   */
  KnownPool of(Object pool, @Nullable String name) {
    String className = pool.getClass().getName();
    String kind = kind(className);
    String of = name;
    if (of == null) {
      of = kind.equals(NO_POOL) ? simple(className) : places.of(pool);
    }
    return of(kind, of.isEmpty() ? kind : of);
  }

  private synchronized KnownPool of(String kind, String name) {
    String key = kind + '\n' + name;
    KnownPool pool = byName.get(key);
    if (pool == null) {
      if (known.size() >= KnownPool.MAX) {
        return KnownPool.OTHER;
      }
      pool = new KnownPool(name, kind, known.size());
      add(pool);
      byName.put(key, pool);
    }
    return pool;
  }

  private void add(KnownPool pool) {
    known.add(pool);
    snapshot = Collections.unmodifiableList(new ArrayList<KnownPool>(known));
  }

  /** All that have a name, by ordinal; the first stands for all others. */
  synchronized List<KnownPool> all() {
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
