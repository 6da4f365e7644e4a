package io.acme.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the shop gets its connections from: the driver manager, a pool, a proxy. */
public interface Connections {

  /** A connection that the caller closes. */
  Connection open() throws SQLException;

  /** Connections of the driver that knows {@code url}, unpooled. */
  static Connections of(String url) {
    return () -> DriverManager.getConnection(url);
  }
}
