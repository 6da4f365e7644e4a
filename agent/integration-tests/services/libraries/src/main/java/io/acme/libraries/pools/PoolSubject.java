package io.acme.libraries.pools;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.p6spy.engine.spy.P6DataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.apache.commons.dbcp2.BasicDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;

/** Pools of three connections, alone and stacked, by name. */
public final class PoolSubject {
  private static final String URL = "jdbc:h2:mem:numbers;DB_CLOSE_DELAY=-1";
  private static final int SIZE = 3;

  private PoolSubject() {}

  /** The data source of this name. */
  public static DataSource named(String name) throws Exception {
    return switch (name) {
      case "agroal" -> agroal();
      case "c3p0" -> c3p0();
      case "datasource" -> h2();
      case "dbcp2" -> dbcp2();
      case "druid" -> druid();
      case "hikari" -> hikari(hikariConfig(URL));
      case "tomcat" -> tomcat();
      case "vibur" -> vibur();
      case "hikari-over-datasource" -> hikariOver(h2());
      case "hikari-over-dbcp2" -> hikariOver(dbcp2());
      case "p6spy-over-hikari" -> new P6DataSource(hikari(hikariConfig(URL)));
      case "hikari-over-p6spy" -> hikari(hikariConfig(URL.replace("jdbc:", "jdbc:p6spy:")));
      case "datasource-proxy-over-hikari" -> proxied(hikari(hikariConfig(URL)));
      case "proxy-over-hikari" -> reflected(hikari(hikariConfig(URL)));
      case "stack" -> reflected(proxied(new P6DataSource(hikariOver(proxied(h2())))));
      default -> throw new IllegalArgumentException("no such pool: " + name);
    };
  }

  private static DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(URL);
    return source;
  }

  private static HikariConfig hikariConfig(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    return config;
  }

  private static DataSource hikariOver(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    return hikari(config);
  }

  private static DataSource hikari(HikariConfig config) {
    config.setPoolName("numbers");
    config.setMaximumPoolSize(SIZE);
    return new HikariDataSource(config);
  }

  private static DataSource dbcp2() {
    BasicDataSource source = new BasicDataSource();
    source.setUrl(URL);
    source.setMaxTotal(SIZE);
    return source;
  }

  private static DataSource c3p0() {
    ComboPooledDataSource source = new ComboPooledDataSource();
    source.setJdbcUrl(URL);
    source.setMinPoolSize(1);
    source.setInitialPoolSize(1);
    source.setMaxPoolSize(SIZE);
    return source;
  }

  private static DataSource tomcat() {
    org.apache.tomcat.jdbc.pool.DataSource source = new org.apache.tomcat.jdbc.pool.DataSource();
    source.setUrl(URL);
    source.setDriverClassName("org.h2.Driver");
    source.setInitialSize(1);
    source.setMaxActive(SIZE);
    return source;
  }

  private static DataSource agroal() throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(SIZE)
                        .acquisitionTimeout(Duration.ofMinutes(1))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(URL))));
  }

  private static DataSource druid() {
    DruidDataSource source = new DruidDataSource();
    source.setUrl(URL);
    source.setMaxActive(SIZE);
    return source;
  }

  private static DataSource vibur() {
    ViburDBCPDataSource source = new ViburDBCPDataSource();
    source.setJdbcUrl(URL);
    source.setUsername("");
    source.setPassword("");
    source.setPoolInitialSize(1);
    source.setPoolMaxSize(SIZE);
    source.setConnectionTimeoutInMs(60_000);
    source.setConnectionIdleLimitInSeconds(-1); // Never validates a connection while it is lent.
    source.start();
    return source;
  }

  private static DataSource proxied(DataSource source) {
    return ProxyDataSourceBuilder.create(source).build();
  }

  /** Data source whose connections are JDK proxies, like those of custom wrappers. */
  private static DataSource reflected(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          try {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection connection ? reflected(connection) : result;
          } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
          }
        });
  }

  private static Connection reflected(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
          }
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(PoolSubject.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
