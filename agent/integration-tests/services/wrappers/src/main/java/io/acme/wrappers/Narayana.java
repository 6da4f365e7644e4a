package io.acme.wrappers;

import com.arjuna.ats.jdbc.TransactionalDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.XADataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Data source over Narayana's transactional driver. */
final class Narayana extends AbstractDataSource {
  private final XADataSource xa;

  Narayana(XADataSource xa) {
    this.xa = xa;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Properties properties = new Properties();
    properties.put(TransactionalDriver.XADataSource, xa);
    return new TransactionalDriver().connect(TransactionalDriver.arjunaDriver, properties);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
