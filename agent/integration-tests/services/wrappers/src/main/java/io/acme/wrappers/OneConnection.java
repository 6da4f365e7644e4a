package io.acme.wrappers;

import java.io.Serial;
import javax.resource.ResourceException;
import javax.resource.spi.ConnectionEvent;
import javax.resource.spi.ConnectionEventListener;
import javax.resource.spi.ConnectionManager;
import javax.resource.spi.ConnectionRequestInfo;
import javax.resource.spi.ManagedConnection;
import javax.resource.spi.ManagedConnectionFactory;

/** The part of a container that a resource adapter needs: it keeps one connection. */
final class OneConnection implements ConnectionManager, ConnectionEventListener {
  @Serial private static final long serialVersionUID = 1;

  private transient ManagedConnection kept;

  @Override
  public synchronized Object allocateConnection(
      ManagedConnectionFactory factory, ConnectionRequestInfo info) throws ResourceException {
    if (kept == null) {
      kept = factory.createManagedConnection(null, info);
      kept.addConnectionEventListener(this);
    }
    return kept.getConnection(null, info);
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
    kept = null;
  }

  @Override
  public void localTransactionStarted(ConnectionEvent event) {}

  @Override
  public void localTransactionCommitted(ConnectionEvent event) {}

  @Override
  public void localTransactionRolledback(ConnectionEvent event) {}
}
