package io.rowcall.bench.trial;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Server that speaks enough of PostgreSQL's protocol for its driver: each connection has a thread
 * and a {@link PostgresSession}. Listens on the loopback interface until the JVM ends.
 */
final class PostgresStub {
  private final ServerSocket server;

  private PostgresStub(ServerSocket server) {
    this.server = server;
  }

  static PostgresStub start() throws IOException {
    var stub = new PostgresStub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    daemon("postgres-stub", stub::accept);
    return stub;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (true) {
      try {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        daemon("postgres-stub-session", () -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      var in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
      var session = new PostgresSession(in, connection.getOutputStream());
      session.open();
      while (session.answer()) {}
    } catch (IOException disconnected) {
      // The driver has closed its socket without a Terminate message.
    }
  }

  private static void daemon(String name, Runnable task) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
