package io.rowcall.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Local server that accepts connections, and forwards to another one unless it is held. */
final class HeldProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Semaphore open = new Semaphore(1);
  private final int target;
  private volatile int accepted;

  /** Forwards to a local port. */
  HeldProxy(int target) throws IOException {
    this.target = target;
    start(this::accept);
  }

  /** Accepts, and never answers. */
  static HeldProxy silent() throws IOException {
    return new HeldProxy(0);
  }

  int port() {
    return server.getLocalPort();
  }

  int accepted() {
    return accepted;
  }

  void hold() {
    open.acquireUninterruptibly();
  }

  void release() {
    open.release();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      sockets.add(client);
      accepted = sockets.size();
      if (target != 0) {
        var forward = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(forward);
        start(() -> pump(client.getInputStream(), forward.getOutputStream()));
        start(() -> pump(forward.getInputStream(), client.getOutputStream()));
      }
    }
  }

  private void pump(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[8192];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      open.acquireUninterruptibly();
      open.release();
      to.write(buffer, 0, read);
      to.flush();
    }
  }

  private static void start(Forwarding task) {
    var thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException closed) {
                // The end of the test.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** What a thread does until its sockets are closed. */
  @FunctionalInterface
  private interface Forwarding {
    void run() throws IOException;
  }
}
