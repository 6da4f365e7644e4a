package io.rowcall.sample.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The connection pool over one database, with its migrations and the thin data access on top.
 *
 * <p>Thread-safe. Closing it closes the pool.
 */
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;
  private final PoolWatch poolWatch;
  private final Operations operations = new Operations();
  private final Jdbi jdbi;

  private Database(HikariDataSource pool, PoolWatch poolWatch) {
    this.pool = pool;
    this.poolWatch = poolWatch;
    this.jdbi = Jdbi.create(pool).setSqlLogger(new QueryClock.Watch(operations));
  }

  public static Database open(DatabaseUrl url, PoolSettings settings) {
    return open(url, settings, null);
  }

  /**
   * @param driver connections come from here instead of the URL, when given
   */
  public static Database open(DatabaseUrl url, PoolSettings settings, @Nullable DataSource driver) {
    var config = new HikariConfig();
    config.setPoolName("sample");
    if (driver == null) {
      config.setJdbcUrl(url.jdbcUrl());
      if (url.user() != null) {
        config.setUsername(url.user());
      }
      if (url.password() != null) {
        config.setPassword(url.password());
      }
    } else {
      config.setDataSource(driver);
    }
    config.setMaximumPoolSize(settings.maxConnections());
    config.setMinimumIdle(settings.minIdle());
    config.setConnectionTimeout(settings.acquireTimeout().toMillis());
    config.setIdleTimeout(settings.idleTimeout().toMillis());
    config.setMaxLifetime(settings.maxLifetime().toMillis());
    var watch = new PoolWatch();
    config.setMetricsTrackerFactory((name, stats) -> watch);
    return new Database(new HikariDataSource(config), watch);
  }

  /**
   * Brings the schema up to date, and the indexes where they are wanted. Running it twice changes
   * nothing.
   */
  public Database migrate(boolean indexes) throws SQLException {
    List<String> locations = new ArrayList<>(List.of("classpath:db/schema"));
    if (indexes) {
      locations.add("classpath:db/indexes");
      if (isPostgres()) {
        locations.add("classpath:db/indexes-postgresql");
      }
    }
    var flyway =
        Flyway.configure()
            .dataSource(pool)
            .locations(locations.toArray(String[]::new))
            .ignoreMigrationPatterns("*:missing");
    if (isPostgres()) {
      // An index that is built concurrently waits for every transaction, Flyway's own lock
      // included.
      flyway
          .getPluginRegister()
          .getExact(PostgreSQLConfigurationExtension.class)
          .setTransactionalLock(false);
    }
    flyway.load().migrate();
    return this;
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public HikariDataSource pool() {
    return pool;
  }

  public PoolWatch poolWatch() {
    return poolWatch;
  }

  /** What took how long, statements included. */
  public Operations operations() {
    return operations;
  }

  /** The name of the database product, as the conditions of a run print it: {@code H2 2.4.240}. */
  public String product() throws SQLException {
    return jdbi.withHandle(
        handle -> {
          var about = handle.getConnection().getMetaData();
          String version = about.getDatabaseProductVersion();
          int blank = version.indexOf(' ');
          return about.getDatabaseProductName()
              + " "
              + (blank < 0 ? version : version.substring(0, blank));
        });
  }

  public boolean isPostgres() throws SQLException {
    return product().toLowerCase(Locale.ROOT).startsWith("postgres");
  }

  @Override
  public void close() {
    pool.close();
  }
}
