package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

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
  })
  void isDerivedFromTheDriverClass(String className, Dialect dialect) {
    assertEquals(dialect, Dialect.ofDriverClass(className));
  }

  @Test
  void isUnknownWithoutAClass() {
    assertEquals(Dialect.UNKNOWN, Dialect.ofDriverClass(null));
    assertEquals(Dialect.UNKNOWN, Dialect.ofDriverClass(""));
  }
}
