package io.rowcall.core.explain;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Opens connections for the agent's own use, with a driver of the application. */
public final class OwnConnection {
  private OwnConnection() {}

  /**
   * Opens a connection.
   *
   * @param loader that finds the driver
   * @throws SQLException if no driver accepts the URL, or if the connection fails
   */
  public static Connection open(ClassLoader loader, String url, String user, String password)
      throws SQLException {
    Properties properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
      properties.setProperty("password", password);
    }
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    while (hasNext(drivers)) {
      Driver driver = drivers.next();
      Connection connection = driver.acceptsURL(url) ? driver.connect(url, properties) : null;
      if (connection != null) {
        return connection;
      }
    }
    throw new SQLException("no driver of the application accepts explain.url");
  }

  private static boolean hasNext(Iterator<Driver> drivers) throws SQLException {
    try {
      return drivers.hasNext();
    } catch (ServiceConfigurationError error) {
      throw new SQLException(error.getMessage(), error);
    }
  }
}
