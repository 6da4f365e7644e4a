package io.acme.libraries.pools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Pools of three connections, and stacks of them, by name. */
public final class PoolSubject {
  static final String URL = "jdbc:h2:mem:numbers;DB_CLOSE_DELAY=-1";
  static final int SIZE = 3;

  private PoolSubject() {}

  /** The data source of this name. */
  public static DataSource named(String name) {
    return switch (name) {
      case "hikari" -> hikari();
      default -> throw new IllegalArgumentException("no such pool: " + name);
    };
  }

  static DataSource hikari() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(URL);
    config.setPoolName("numbers");
    config.setMaximumPoolSize(SIZE);
    return new HikariDataSource(config);
  }
}
