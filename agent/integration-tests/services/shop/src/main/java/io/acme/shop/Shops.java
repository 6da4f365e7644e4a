package io.acme.shop;

import java.sql.SQLException;

/** Factory of the default shop. */
public final class Shops {
  private static final String URL = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

  private Shops() {}

  /**
   * Opens a shop through the driver manager, at the URL in the system property {@code shop.url}; by
   * default in an in-memory H2.
   */
  public static Shop open() throws SQLException {
    String url = System.getProperty("shop.url", URL);
    return new Shop(Connections.of(url), url.startsWith("jdbc:postgresql:"));
  }
}
