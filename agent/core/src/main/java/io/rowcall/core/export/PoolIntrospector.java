package io.rowcall.core.export;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What a pool knows of itself: how many connections lie idle, how many there may be. Read on the
 * agent's thread, from fields, or by methods that neither take a lock nor leave the library. What
 * cannot be read is 0.
 */
enum PoolIntrospector {
  AGROAL(
      "io.agroal.pool.DataSource",
      "",
      "connectionPool.allConnections.size()",
      "connectionPool.configuration.maxSize()"),
  C3P0(
      "com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource",
      "",
      "",
      "connectionPoolDataSource.maxPoolSize"),
  DBCP2(
      "org.apache.commons.dbcp2.BasicDataSource",
      "",
      "connectionPool.allObjects.size()",
      "connectionPool.maxTotal"),
  DBCP2_OF_TOMCAT(
      "org.apache.tomcat.dbcp.dbcp2.BasicDataSource",
      "",
      "connectionPool.allObjects.size()",
      "connectionPool.maxTotal"),
  DBCP2_POOLING(
      "org.apache.commons.dbcp2.PoolingDataSource", "", "pool.allObjects.size()", "pool.maxTotal"),
  DRUID("com.alibaba.druid.pool.DruidDataSource", "poolingCount", "", "maxActive"),
  HIKARI("com.zaxxer.hikari.pool.HikariPool", "getIdleConnections()", "", "config.maxPoolSize"),
  TOMCAT(
      "org.apache.tomcat.jdbc.pool.ConnectionPool", "", "size.get()", "poolProperties.maxActive");

  private final String type;
  private final String idle;
  private final String all;
  private final String max;

  /**
   * @param idle the way to the idle ones; empty when there is only one to all of them
   * @param all the way to all connections, whoever has them; empty when there is none
   */
  PoolIntrospector(String type, String idle, String all, String max) {
    this.type = type;
    this.idle = idle;
    this.all = all;
    this.max = max;
  }

  static @Nullable PoolIntrospector of(Object pool) {
    for (Class<?> type = pool.getClass(); type != null; type = type.getSuperclass()) {
      for (PoolIntrospector gauge : ALL) {
        if (gauge.type.equals(type.getName())) {
          return gauge;
        }
      }
    }
    return null;
  }

  /**
   * @param active connections that are out
   */
  long idle(Object pool, long active) {
    return idle.isEmpty() ? Math.max(0, read(pool, all) - active) : read(pool, idle);
  }

  long max(Object pool) {
    return read(pool, max);
  }

  /**
   * @param path fields and methods without arguments, apart by dots
   */
  private static long read(Object from, String path) {
    if (path.isEmpty()) {
      return 0;
    }
    try {
      Object at = from;
      for (String step : path.split("\\.", -1)) {
        at = at == null ? null : step(at, step);
      }
      return at instanceof Number ? Math.max(0, ((Number) at).longValue()) : 0;
    } catch (Exception | LinkageError otherVersion) {
      return 0;
    }
  }

  private static @Nullable Object step(Object at, String step) throws Exception {
    boolean isMethod = step.endsWith("()");
    String name = isMethod ? step.substring(0, step.length() - 2) : step;
    for (Class<?> type = at.getClass(); type != null; type = type.getSuperclass()) {
      AccessibleObject found = isMethod ? method(type, name) : field(type, name);
      if (found != null) {
        found.setAccessible(true);
        return found instanceof Method ? ((Method) found).invoke(at) : ((Field) found).get(at);
      }
    }
    return null;
  }

  private static @Nullable Method method(Class<?> type, String name) {
    try {
      return type.getDeclaredMethod(name);
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  private static @Nullable Field field(Class<?> type, String name) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException none) {
      return null;
    }
  }

  private static final PoolIntrospector[] ALL = values();
}
