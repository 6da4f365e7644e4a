package io.rowcall.core.library;

import io.rowcall.core.callsite.Orm;
import io.rowcall.core.sql.Dialect;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Libraries without an instrumentation of their own, sorted by package: drivers, which are woven by
 * the interfaces of JDBC; ORMs, proxies and servers; and frameworks, whose frames on a stack are
 * not the application's.
 */
final class Catalog {
  /** Joined at run time: the packaging would rename a constant to the agent's own copy of SLF4J. */
  private static final String SLF4J = String.join(".", "org", "slf4j", "");

  static final List<Library> ALL =
      Collections.unmodifiableList(
          Arrays.asList(
              Library.framework("ch.qos.logback."),
              Library.framework("com.amazon.jdbc."),
              Library.driver(Dialect.POSTGRESQL, "com.amazon.redshift."),
              Library.framework("com.baomidou."),
              Library.driver(Dialect.CLICKHOUSE, "com.clickhouse.", "ru.yandex.clickhouse."),
              Library.driver(Dialect.MYSQL, "com.databricks."),
              Library.driver(Dialect.POSTGRESQL, "com.edb."),
              Library.driver(Dialect.GENERIC, "com.facebook.presto.jdbc."),
              Library.framework("com.fasterxml.jackson."),
              Library.driver(Dialect.CLICKHOUSE, "com.github.housepower."),
              Library.driver(Dialect.BIGQUERY, "com.google.cloud.bigquery."),
              Library.framework("com.google.gson."),
              Library.cache("hazelcast", "com.hazelcast."),
              Library.driver(Dialect.DB2, "com.ibm.as400."),
              Library.driver(Dialect.DB2, "com.ibm.db2."),
              Library.framework(
                  "com.ibm.websphere.", "com.ibm.ws.", "com.ibm.wsspi.", "io.openliberty."),
              Library.driver(Dialect.POSTGRESQL, "com.impossibl.postgres."),
              Library.driver(Dialect.GENERIC, "com.ing.data.cassandra.jdbc."),
              Library.framework("com.intellij."),
              Library.driver(Dialect.POSTGRESQL, "com.kingbase8."),
              Library.driver(Dialect.SQLSERVER, "com.microsoft.sqlserver."),
              Library.driver(Dialect.MYSQL, "com.mysql.", "org.gjt.mm.mysql."),
              Library.driver(Dialect.MYSQL, "com.oceanbase.jdbc."),
              Library.proxy("com.p6spy."),
              Library.driver(Dialect.POSTGRESQL, "com.pivotal.jdbc."),
              Library.framework("com.querydsl."),
              Library.driver(Dialect.GENERIC, "com.sap.db."),
              Library.driver(Dialect.BIGQUERY, "com.simba.googlebigquery."),
              Library.driver(Dialect.MYSQL, "com.simba.spark."),
              Library.driver(Dialect.MYSQL, "com.singlestore.jdbc."),
              Library.driver(Dialect.SQLSERVER, "com.sybase.jdbc"),
              Library.framework("com.teradata."),
              Library.driver(Dialect.POSTGRESQL, "com.yugabyte."),
              Library.driver(Dialect.ORACLE, "dm.jdbc."),
              Library.framework("fish.payara."),
              Library.framework("freemarker."),
              Library.framework("io.dropwizard."),
              Library.orm(Orm.EBEAN, "io.ebean.").loadsLazilyIn("io.ebean.common."),
              Library.framework("io.opentelemetry."),
              Library.driver(Dialect.H2, "io.r2dbc.h2."),
              Library.driver(Dialect.POSTGRESQL, "io.r2dbc.postgresql."),
              Library.driver(Dialect.GENERIC, "io.trino.", "io.prestosql.jdbc."),
              Library.framework("liquibase."),
              Library.driver(Dialect.GENERIC, "net.snowflake.client."),
              Library.driver(Dialect.SQLSERVER, "net.sourceforge.jtds."),
              Library.proxy("net.ttddyy."),
              Library.driver(Dialect.ORACLE, "oracle.jdbc."),
              Library.framework("oracle.ucp."),
              Library.framework("org.aopalliance."),
              Library.driver(Dialect.GENERIC, "org.apache.derby."),
              Library.driver(Dialect.MYSQL, "org.apache.hive.jdbc."),
              Library.orm(Orm.MYBATIS, "org.apache.ibatis.")
                  .loadsLazilyIn("org.apache.ibatis.executor.loader."),
              Library.framework("org.apache.jasper."),
              Library.framework("org.apache.logging."),
              Library.framework("org.apache.maven."),
              Library.framework("org.apache.openejb.", "org.apache.tomee."),
              Library.orm(Orm.OPENJPA, "org.apache.openjpa.")
                  .loadsLazilyIn("org.apache.openjpa.util."),
              Library.framework("org.apache.shardingsphere."),
              Library.cache("cache2k", "org.cache2k."),
              Library.driver(Dialect.GENERIC, "org.duckdb."),
              Library.orm(Orm.ECLIPSELINK, "org.eclipse.persistence.")
                  .loadsLazilyIn(
                      "org.eclipse.persistence.indirection.",
                      "org.eclipse.persistence.internal.indirection."),
              Library.driver(Dialect.GENERIC, "org.firebirdsql."),
              Library.framework("org.flywaydb."),
              Library.driver(Dialect.H2, "org.h2."),
              Library.driver(Dialect.GENERIC, "org.hsqldb."),
              Library.framework("org.jboss.", "org.wildfly."),
              Library.orm(Orm.JDBI, "org.jdbi."),
              Library.orm(Orm.JOOQ, "org.jooq."),
              Library.framework("org.junit."),
              Library.driver(Dialect.MYSQL, "org.mariadb."),
              Library.framework("org.mybatis."),
              Library.driver(Dialect.POSTGRESQL, "org.opengauss."),
              Library.driver(Dialect.POSTGRESQL, "org.postgresql."),
              Library.framework(SLF4J),
              Library.orm(Orm.SPRING_DATA, "org.springframework.data."),
              Library.driver(Dialect.SQLITE, "org.sqlite."),
              Library.framework("org.thymeleaf."),
              Library.framework("reactor."),
              Library.driver(Dialect.MYSQL, "software.aws.rds."),
              Library.driver(Dialect.POSTGRESQL, "software.aws.rds.jdbc.postgresql."),
              Library.framework("weblogic.")));

  private Catalog() {}
}
