package io.acme.jdk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.acme.shop.Connections;
import java.sql.SQLException;

/** Kinds of connections, by name. */
final class NamedConnections {
  private NamedConnections() {}

  static Connections named(String name, String url) throws SQLException {
    switch (name) {
      case "plain":
        return Connections.of(url);
      case "hikari":
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(5);
        return new HikariDataSource(config)::getConnection;
      case "proxy":
        return SpyingProxy.dataSource(url)::getConnection;
      case "throwing":
        return Connections.of(ThrowingDriver.PREFIX + url);
      default:
        throw new IllegalArgumentException("unknown connections: " + name);
    }
  }
}
