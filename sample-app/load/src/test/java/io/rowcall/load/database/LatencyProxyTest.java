package io.rowcall.load.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyProxyTest {

  @Test
  void forwardsEveryByteAfterTheRoundTrip() throws Exception {
    byte[] sent = new byte[300_000];
    new SplittableRandom(1).nextBytes(sent);
    try (var echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var proxy = new LatencyProxy(echo.getLocalPort(), Duration.ofMillis(20))) {
      var answering =
          new Thread(
              () -> {
                try (Socket socket = echo.accept()) {
                  socket.getInputStream().transferTo(socket.getOutputStream());
                } catch (java.io.IOException closed) {
                  // The test is over.
                }
              });
      answering.setDaemon(true);
      answering.start();
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
        long start = System.nanoTime();
        socket.getOutputStream().write(1);
        assertTrue(socket.getInputStream().read() == 1);
        assertTrue(System.nanoTime() - start >= 20_000_000L);
        var writing =
            new Thread(
                () -> {
                  try {
                    socket.getOutputStream().write(sent);
                  } catch (java.io.IOException closed) {
                    // Shows below as missing bytes.
                  }
                });
        writing.start();
        assertArrayEquals(sent, socket.getInputStream().readNBytes(sent.length));
        writing.join();
      }
    }
  }
}
