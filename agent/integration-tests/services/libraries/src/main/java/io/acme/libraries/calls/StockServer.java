package io.acme.libraries.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The other service: speaks just enough HTTP/1.1, on plain sockets, so that its own requests are in
 * no report. {@code /fail} is answered with status 500.
 */
final class StockServer {
  private StockServer() {}

  /** Starts it on a free port, and returns its URL. */
  static String start() throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(() -> accept(server));
    return "http://localhost:" + server.getLocalPort();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "stock");
    thread.setDaemon(true);
    thread.start();
  }

  private static void accept(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String request = in.readLine();
      while (request != null) {
        int length = skipHeaders(in);
        for (int i = 0; i < length; i++) {
          in.read();
        }
        answer(socket.getOutputStream(), request);
        request = in.readLine();
      }
    } catch (IOException closed) {
      return;
    }
  }

  /** Returns the length of the body. */
  private static int skipHeaders(BufferedReader in) throws IOException {
    int length = 0;
    String header = in.readLine();
    while (header != null && !header.isEmpty()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
      header = in.readLine();
    }
    return length;
  }

  private static void answer(OutputStream out, @Nullable String request) throws IOException {
    boolean fails = request != null && request.contains("/fail");
    String answer =
        "HTTP/1.1 "
            + (fails ? "500 Planned" : "200 OK")
            + "\r\nContent-Type: application/json\r\nX-Elastic-Product: Elasticsearch"
            + "\r\nContent-Length: 2\r\n\r\n{}";
    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
