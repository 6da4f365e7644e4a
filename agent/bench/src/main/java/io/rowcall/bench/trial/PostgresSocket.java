package io.rowcall.bench.trial;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Socket without a network: a {@link PostgresSession} answers on the caller's thread whenever the
 * driver flushes. Its cost is the same with and without an agent.
 */
final class PostgresSocket extends Socket {
  private final MemoryPipe requests = new MemoryPipe(this::answer);
  private final MemoryPipe replies = new MemoryPipe(() -> {});
  private final PostgresSession session =
      new PostgresSession(new DataInputStream(requests.in()), replies.out());
  private boolean isOpen;
  private boolean isClosed;

  private void answer() throws IOException {
    if (!isOpen) {
      isOpen = true;
      session.open();
    }
    while (requests.in().available() > 0) {
      session.answer();
    }
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) {}

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public InputStream getInputStream() {
    return replies.in();
  }

  @Override
  public OutputStream getOutputStream() {
    return requests.out();
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public int getSendBufferSize() {
    return 8_192;
  }

  @Override
  public int getReceiveBufferSize() {
    return 8_192;
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  @Override
  public void close() {
    isClosed = true;
  }

  /** Factory by which the driver creates its sockets. */
  public static final class Factory extends SocketFactory {
    public Factory() {}

    @Override
    public Socket createSocket() {
      return new PostgresSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      return createSocket();
    }
  }
}
