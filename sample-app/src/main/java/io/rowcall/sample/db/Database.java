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
 * Connection pool of one database, with migrations and data access.
 *
 * <p>Thread-safe. Closing it closes the pool.
 */
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;
  private final PoolMetrics poolMetrics;
  private final Operations operations = new Operations();
  private final Jdbi jdbi;

  private Database(HikariDataSource pool, PoolMetrics poolMetrics) {
    this.pool = pool;
    this.poolMetrics = poolMetrics;
    this.jdbi = Jdbi.create(pool).setSqlLogger(new QueryClock.StatementTimer(operations));
  }

  public static Database open(DatabaseUrl url, PoolSettings settings) {
    return open(url, settings, null);
  }

  /**
   * Opens a pool.
   *
   * @param driver replaces the URL, unless null
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
    var metrics = new PoolMetrics();
    config.setMetricsTrackerFactory((name, stats) -> metrics);
    return new Database(new HikariDataSource(config), metrics);
  }

  /** Migrates the schema, and the indexes if requested. Idempotent. */
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
      // A concurrent index build waits for every transaction, including Flyway's own lock.
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

  public PoolMetrics poolMetrics() {
    return poolMetrics;
  }

  /** Returns the times of operations, including statements. */
  public Operations operations() {
    return operations;
  }

  /** Returns the database product as printed in the conditions of a run: {@code H2 2.4.240}. */
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
