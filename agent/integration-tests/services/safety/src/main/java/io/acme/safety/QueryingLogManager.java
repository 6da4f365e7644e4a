package io.acme.safety;

import java.sql.SQLException;
import java.util.logging.LogManager;

/**
 * Log manager that executes while the JDK initializes it, which every user of a logger waits for;
 * drivers are among them.
 */
public final class QueryingLogManager extends LogManager {

  /** Called by the JDK. */
  public QueryingLogManager() throws SQLException {
    new SpiedDatabase("jdbc:h2:mem:log;DB_CLOSE_DELAY=-1").word(1);
  }
}
