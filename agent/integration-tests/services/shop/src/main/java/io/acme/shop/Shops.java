package io.acme.shop;

import java.sql.SQLException;

/** Ready-made shops. */
public final class Shops {
  private static final String URL = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

  private Shops() {}

  /**
   * A shop on H2 in memory, through the driver manager or what the system property {@code shop.url}
   * says.
   */
  public static Shop open() throws SQLException {
    String url = System.getProperty("shop.url", URL);
    return new Shop(Connections.of(url), url.startsWith("jdbc:postgresql:"));
  }
}
