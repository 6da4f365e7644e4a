package io.acme.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Source of the shop's connections: the driver manager, a pool, a proxy. */
public interface Connections {

  /** Opens a connection, which the caller closes. */
  Connection open() throws SQLException;

  /** Unpooled connections through the driver manager. */
  static Connections of(String url) {
    return () -> DriverManager.getConnection(url);
  }
}
