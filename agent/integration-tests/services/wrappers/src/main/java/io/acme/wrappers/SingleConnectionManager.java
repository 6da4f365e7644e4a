package io.acme.wrappers;

import java.io.Serial;
import javax.resource.ResourceException;
import javax.resource.spi.ConnectionEvent;
import javax.resource.spi.ConnectionEventListener;
import javax.resource.spi.ConnectionManager;
import javax.resource.spi.ConnectionRequestInfo;
import javax.resource.spi.ManagedConnection;
import javax.resource.spi.ManagedConnectionFactory;

/** Connection manager for a resource adapter, as in a container; keeps one connection. */
final class SingleConnectionManager implements ConnectionManager, ConnectionEventListener {
  @Serial private static final long serialVersionUID = 1;

  private transient ManagedConnection current;

  @Override
  public synchronized Object allocateConnection(
      ManagedConnectionFactory factory, ConnectionRequestInfo info) throws ResourceException {
    if (current == null) {
      current = factory.createManagedConnection(null, info);
      current.addConnectionEventListener(this);
    }
    return current.getConnection(null, info);
  }

  @Override
  public void connectionClosed(ConnectionEvent event) {
    try {
      ((ManagedConnection) event.getSource()).cleanup();
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void connectionErrorOccurred(ConnectionEvent event) {
    current = null;
  }

  @Override
  public void localTransactionStarted(ConnectionEvent event) {}

  @Override
  public void localTransactionCommitted(ConnectionEvent event) {}

  @Override
  public void localTransactionRolledback(ConnectionEvent event) {}
}
