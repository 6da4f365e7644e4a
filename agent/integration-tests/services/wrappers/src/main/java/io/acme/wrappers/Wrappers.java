package io.acme.wrappers;

import bitronix.tm.resource.jdbc.lrc.LrcXADataSource;
import com.atomikos.jdbc.AtomikosNonXADataSourceBean;
import com.p6spy.engine.spy.P6DataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import net.sf.log4jdbc.sql.jdbcapi.DataSourceSpy;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import oracle.ucp.jdbc.PoolDataSource;
import oracle.ucp.jdbc.PoolDataSourceFactory;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;
import org.jboss.jca.adapters.jdbc.JDBCResourceAdapter;
import org.jboss.jca.adapters.jdbc.local.LocalManagedConnectionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.vibur.dbcp.ViburDBCPDataSource;

/** Every wrapper by a word of a route. */
final class Wrappers {
  private Wrappers() {}

  interface Wrapper {
    /** Null for a database that it does not support. */
    DataSource around(String name, Database database) throws Exception;
  }

  static Map<String, Wrapper> all() {
    Map<String, Wrapper> all = new LinkedHashMap<>();
    all.put("plain", (name, database) -> database.source());
    all.put("aws", Wrappers::aws);
    all.put("sharding", Wrappers::shardingSphere);
    all.put("atomikos", Wrappers::atomikos);
    all.put("bitronix", Wrappers::bitronix);
    all.put("narayana", (name, database) -> new Narayana(database.xa()));
    all.put("iron", (name, database) -> ironJacamar(database));
    all.put("universal", (name, database) -> universal(database));
    all.put("vibur", (name, database) -> vibur(database));
    all.put("spy", (name, database) -> new P6DataSource(database.source()));
    all.put("logging", (name, database) -> new DataSourceSpy(database.source()));
    all.put("proxy", (name, database) -> ProxyDataSourceBuilder.create(database.source()).build());
    all.put(
        "telemetry",
        (name, database) -> JdbcTelemetry.create(OpenTelemetry.noop()).wrap(database.source()));
    all.put("lazy", (name, database) -> new LazyConnectionDataSourceProxy(database.source()));
    all.put("aware", (name, database) -> new TransactionAwareDataSourceProxy(database.source()));
    all.put("single", (name, database) -> single(database));
    all.put("copy", (name, database) -> CopyingProxy.around(DataSource.class, database.source()));
    all.put("managed", (name, database) -> managed(database));
    all.put("nested", Wrappers::nested);
    return all;
  }

  /** It supports no in-memory database. */
  private static DataSource aws(String name, Database database) {
    if (!database.isMariaDb()) {
      return null;
    }
    DriverManagerDataSource source =
        new DriverManagerDataSource(database.url().replaceFirst("^jdbc:", "jdbc:aws-wrapper:"));
    source.setDriverClassName("software.amazon.jdbc.Driver");
    return source;
  }

  private static DataSource shardingSphere(String name, Database database) throws Exception {
    String yaml =
        String.join(
            "\n",
            "databaseName: " + name,
            "dataSources:",
            "  one:",
            "    dataSourceClassName: com.zaxxer.hikari.HikariDataSource",
            "    driverClassName: " + database.driver(),
            "    jdbcUrl: \"" + database.url() + "\"",
            "    username: " + (database.isMariaDb() ? "root" : "\"\""),
            "    password: \"\"",
            "rules:",
            "- !SINGLE",
            "  tables: [\"*.*\"]",
            "");
    return YamlShardingSphereDataSourceFactory.createDataSource(
        yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static DataSource atomikos(String name, Database database) {
    AtomikosNonXADataSourceBean bean = new AtomikosNonXADataSourceBean();
    bean.setUniqueResourceName(name);
    bean.setDriverClassName(database.driver());
    bean.setUrl(database.url());
    bean.setLocalTransactionMode(true);
    return bean;
  }

  private static DataSource bitronix(String name, Database database) {
    bitronix.tm.resource.jdbc.PoolingDataSource pool =
        new bitronix.tm.resource.jdbc.PoolingDataSource();
    pool.setUniqueName(name);
    pool.setClassName(LrcXADataSource.class.getName());
    pool.getDriverProperties().setProperty("url", database.url());
    pool.getDriverProperties().setProperty("driverClassName", database.driver());
    pool.setMaxPoolSize(1);
    pool.setAllowLocalTransactions(true);
    pool.setPreparedStatementCacheSize(10);
    pool.init();
    return pool;
  }

  private static DataSource ironJacamar(Database database) throws Exception {
    LocalManagedConnectionFactory factory = new LocalManagedConnectionFactory();
    factory.setDriverClass(database.driver());
    factory.setConnectionURL(database.url());
    factory.setPreparedStatementCacheSize(10);
    factory.setResourceAdapter(new JDBCResourceAdapter());
    return (DataSource) factory.createConnectionFactory(new SingleConnectionManager());
  }

  private static DataSource universal(Database database) throws Exception {
    PoolDataSource pool = PoolDataSourceFactory.getPoolDataSource();
    pool.setConnectionFactoryClassName(database.driver());
    pool.setURL(database.url());
    pool.setUser(database.isMariaDb() ? "root" : "");
    pool.setPassword("");
    pool.setMaxPoolSize(1);
    return pool;
  }

  private static DataSource vibur(Database database) {
    ViburDBCPDataSource pool = new ViburDBCPDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.isMariaDb() ? "root" : "");
    pool.setPassword("");
    pool.setPoolInitialSize(1);
    pool.setPoolMaxSize(1);
    pool.setStatementCacheMaxSize(10);
    pool.start();
    return pool;
  }

  /** One connection that is never closed, handed out behind a proxy of the JDK's. */
  private static DataSource single(Database database) throws Exception {
    return new SingleConnectionDataSource(
        DriverManager.getConnection(database.url(), new Properties()), true);
  }

  /** Classes around proxies. */
  private static DataSource managed(Database database) {
    return JdbcTelemetry.create(OpenTelemetry.noop())
        .wrap(CopyingProxy.around(DataSource.class, database.source()));
  }

  /** Wrappers around wrappers. */
  private static DataSource nested(String name, Database database) throws Exception {
    DataSource inner = new P6DataSource(ironJacamar(database));
    DataSource proxied = ProxyDataSourceBuilder.create(new DataSourceSpy(inner)).build();
    return new LazyConnectionDataSourceProxy(new TransactionAwareDataSourceProxy(proxied));
  }
}
