package io.rowcall.load.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * TCP proxy that adds latency between a service and its database: half of the round trip each way.
 * Only the arrival of bytes is delayed; bandwidth is not limited.
 */
final class LatencyProxy implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  private final ServerSocket serverSocket;
  private final int targetPort;
  private final long oneWayNanos;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * @param targetPort a port on this machine
   */
  LatencyProxy(int targetPort, Duration roundTrip) throws IOException {
    this.targetPort = targetPort;
    this.oneWayNanos = roundTrip.toNanos() / 2;
    serverSocket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("accept", this::accept);
  }

  int port() {
    return serverSocket.getLocalPort();
  }

  private void accept() throws IOException {
    while (!serverSocket.isClosed()) {
      Socket service = serverSocket.accept();
      Socket database = new Socket(InetAddress.getLoopbackAddress(), targetPort);
      for (Socket socket : new Socket[] {service, database}) {
        socket.setTcpNoDelay(true);
        open.add(socket);
      }
      connect(service, database);
      connect(database, service);
    }
  }

  private void connect(Socket from, Socket to) {
    BlockingQueue<Chunk> wire = new LinkedBlockingQueue<>();
    start("in", () -> readInto(wire, from));
    start("out", () -> writeFrom(wire, to));
  }

  private void readInto(BlockingQueue<Chunk> wire, Socket from) throws IOException {
    byte[] buffer = new byte[CHUNK];
    try (InputStream in = from.getInputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        wire.add(new Chunk(Arrays.copyOf(buffer, read), System.nanoTime() + oneWayNanos));
      }
    } finally {
      wire.add(Chunk.END);
    }
  }

  private void writeFrom(BlockingQueue<Chunk> wire, Socket to)
      throws IOException, InterruptedException {
    try (OutputStream out = to.getOutputStream()) {
      for (Chunk chunk = wire.take(); chunk != Chunk.END; chunk = wire.take()) {
        for (long left = chunk.due - System.nanoTime();
            left > 0;
            left = chunk.due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        out.write(chunk.bytes);
      }
    } finally {
      open.remove(to);
    }
  }

  private static void start(String name, IoTask task) {
    var thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException hungUp) {
                // One end has hung up; the other end notices on its own stream.
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            },
            "delay-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    serverSocket.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private interface IoTask {
    void run() throws IOException, InterruptedException;
  }

  private static final class Chunk {

    static final Chunk END = new Chunk(new byte[0], 0);

    final byte[] bytes;
    final long due;

    Chunk(byte[] bytes, long due) {
      this.bytes = bytes;
      this.due = due;
    }
  }
}
