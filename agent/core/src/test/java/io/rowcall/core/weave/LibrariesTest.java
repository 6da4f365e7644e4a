package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.callsite.Orm;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.library.Library;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The descriptors of all instrumentations and of the catalog, looked up by names of real classes.
 */
final class LibrariesTest {
  private final Libraries libraries = Instrumentations.libraries();

  @ParameterizedTest
  @CsvSource({
    "org.postgresql.jdbc.PgConnection, POSTGRESQL",
    "com.edb.jdbc.PgConnection, POSTGRESQL",
    "com.amazon.redshift.jdbc.RedshiftConnectionImpl, POSTGRESQL",
    "software.aws.rds.jdbc.postgresql.ConnectionImpl, POSTGRESQL",
    "com.mysql.cj.jdbc.ConnectionImpl, MYSQL",
    "com.mysql.jdbc.JDBC4Connection, MYSQL",
    "org.mariadb.jdbc.Connection, MYSQL",
    "software.aws.rds.jdbc.mysql.shading.com.mysql.cj.jdbc.ConnectionImpl, MYSQL",
    "org.h2.jdbc.JdbcConnection, H2",
    "oracle.jdbc.driver.T4CConnection, ORACLE",
    "com.microsoft.sqlserver.jdbc.SQLServerConnection, SQLSERVER",
    "net.sourceforge.jtds.jdbc.JtdsConnection, SQLSERVER",
    "org.sqlite.jdbc4.JDBC4Connection, SQLITE",
    "com.ibm.db2.jcc.t4.b, DB2",
    "org.hsqldb.jdbc.JDBCConnection, GENERIC",
    "org.apache.derby.impl.jdbc.EmbedConnection, GENERIC",
    "com.clickhouse.jdbc.ClickHouseConnection, CLICKHOUSE",
    "com.google.cloud.bigquery.jdbc.BigQueryConnection, BIGQUERY",
    "org.duckdb.DuckDBConnection, GENERIC",
    "com.example.Driver, UNKNOWN",
    "com.zaxxer.hikari.pool.HikariProxyConnection, UNKNOWN",
    "oracle.ucp.jdbc.proxy.Connection, UNKNOWN",
    "software.amazon.jdbc.wrapper.ConnectionWrapper, UNKNOWN",
    "'', UNKNOWN",
  })
  void findsTheDialectOfADriver(String className, Dialect dialect) {
    assertEquals(dialect, libraries.dialect(className));
  }

  @ParameterizedTest
  @CsvSource({
    "com.alibaba.druid.pool.DruidDataSource, druid",
    "com.mchange.v2.c3p0.ComboPooledDataSource, c3p0",
    "com.zaxxer.hikari.pool.HikariPool, hikari",
    "io.agroal.pool.DataSource, agroal",
    "org.apache.commons.dbcp2.BasicDataSource, dbcp2",
    "org.apache.tomcat.dbcp.dbcp2.BasicDataSource, dbcp2",
    "org.apache.tomcat.jdbc.pool.DataSource, tomcat",
    "org.vibur.dbcp.ViburDBCPDataSource, vibur",
    "org.h2.jdbcx.JdbcDataSource,",
    "org.apache.tomcat.util.threads.ThreadPoolExecutor,",
  })
  void findsTheKindOfAPool(String className, @Nullable String kind) {
    Library library = libraries.pool(className);
    assertEquals(kind, library == null ? null : library.poolKind());
  }

  @ParameterizedTest
  @CsvSource({
    "com.github.benmanes.caffeine.cache.BoundedLocalCache, caffeine",
    "com.google.common.cache.LocalCache, guava",
    "com.hazelcast.cache.impl.CacheProxy, hazelcast",
    "io.lettuce.core.AbstractRedisAsyncCommands, lettuce",
    "org.cache2k.core.HeapCache, cache2k",
    "org.ehcache.core.Ehcache, ehcache",
    "org.hibernate.cache.spi.support.AbstractRegion, hibernate",
    "org.infinispan.cache.impl.CacheImpl, infinispan",
    "org.redisson.RedissonMap, redisson",
    "org.springframework.cache.concurrent.ConcurrentMapCache, spring",
    "redis.clients.jedis.Jedis, jedis",
    "com.acme.Cache,",
  })
  void findsTheKindOfACache(String className, @Nullable String kind) {
    Library library = libraries.cache(className);
    assertEquals(kind, library == null ? null : library.cacheKind());
  }

  @Test
  void findsTheOrmOfAFrameAndWhereItLoadsLazily() {
    String lazy = "org.hibernate.collection.spi.PersistentBag";
    assertEquals(Orm.HIBERNATE, libraries.orm(lazy));
    assertTrue(libraries.isLazyLoading(lazy));
    assertFalse(libraries.isLazyLoading("org.hibernate.internal.SessionImpl"));
    assertEquals(Orm.SPRING_DATA, libraries.orm("org.springframework.data.jpa.SimpleJpa"));
    assertNull(libraries.orm("org.springframework.jdbc.core.JdbcTemplate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/zaxxer/hikari/pool/HikariProxyConnection",
        "com/p6spy/engine/wrapper/StatementWrapper",
        "net/ttddyy/dsproxy/proxy/PreparedStatementProxyLogic",
        "org/apache/commons/dbcp2/DelegatingConnection",
        "org/vibur/dbcp/proxy/ConnectionInvocationHandler",
      })
  void recognizesTheWrappersOfPoolsAndProxies(String internalName) {
    assertTrue(libraries.isWrapper(internalName));
  }

  @Test
  void doesNotTreatADriverAsAWrapper() {
    assertFalse(libraries.isWrapper("org/h2/jdbc/JdbcConnection"));
    assertFalse(libraries.isWrapper("org/apache/tomcat/util/threads/ThreadPoolExecutor"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.slf4j.LoggerFactory",
        "org.springframework.jdbc.core.JdbcTemplate",
        "org.apache.catalina.core.StandardHost",
        "org.vibur.dbcp.ViburDBCPDataSource",
        "com.fasterxml.jackson.databind.ObjectMapper",
      })
  void distinguishesLibrariesFromTheApplication(String className) {
    assertTrue(libraries.isLibrary(className));
    assertFalse(libraries.isLibrary("com.acme." + className));
  }

  @Test
  void recognizesServersWhosePoolsRunRequests() {
    assertTrue(Arrays.asList(libraries.serverPackages()).contains("org.eclipse.jetty."));
  }

  @Test
  void distinguishesTheTasksOfEventLoopsFromTheirThreads() {
    assertFalse(Arrays.asList(libraries.serverPackages()).contains("io.netty."));
    assertTrue(Arrays.asList(libraries.workerPackages()).contains("io.netty."));
    assertTrue(Arrays.asList(libraries.workerPackages()).contains("org.eclipse.jetty."));
  }

  @Test
  void readsTheSizeOfAMapOfTheJdk() {
    assertTrue(libraries.isSized(new ConcurrentHashMap<String, String>()));
    assertFalse(libraries.isSized(new Object()));
  }

  @Test
  void hasNoGaugeForAnUnknownPool() {
    assertNull(libraries.gauge(new Object()));
  }
}
