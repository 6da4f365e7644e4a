package io.rowcall.core.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.config.Config;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server over real sockets, with every header as a client may send it. */
final class LiveServerTest {
  private static final long DEADLINE_MILLIS = 300;
  private final List<Socket> sockets = new ArrayList<>();

  /** A source whose answers are short. */
  private static final class Answers implements LiveSource {
    @Override
    public byte[] json() {
      return "{\"schema\": \"rowcall-report/1\"}".getBytes(UTF_8);
    }

    @Override
    public void writeMetrics(boolean openMetrics, OutputStream out) throws IOException {
      out.write((openMetrics ? "# EOF\n" : "rowcall_rows_total 1\n").getBytes(UTF_8));
    }
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void answersThePageTheReportAndMetrics() throws IOException {
    int port = start("");
    assertTrue(get(port, "/", "").contains("<meta name=\"rowcall-live\" content=\"report.json\">"));
    assertTrue(get(port, "/report.json", "").endsWith("{\"schema\": \"rowcall-report/1\"}"));
    assertTrue(get(port, "/metrics", "").contains("rowcall_rows_total 1"));
    String openMetrics = get(port, "/metrics", "Accept: application/openmetrics-text\r\n");
    assertTrue(openMetrics.contains("application/openmetrics-text; version=1.0.0"), openMetrics);
    assertTrue(get(port, "/healthz", "").endsWith("ok\n"));
    assertTrue(get(port, "/others", "").startsWith("HTTP/1.1 404"));
  }

  @Test
  void changesNothing() throws IOException {
    int port = start("");
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      String response = send(port, method + " / HTTP/1.1\r\n" + localHost(port) + "\r\n");
      assertTrue(response.startsWith("HTTP/1.1 405"), response);
      assertTrue(response.contains("Allow: GET, HEAD"), response);
    }
    String head = send(port, "HEAD /report.json HTTP/1.1\r\n" + localHost(port) + "\r\n");
    assertTrue(head.startsWith("HTTP/1.1 200") && head.endsWith("\r\n\r\n"), head);
  }

  @Test
  void rejectsPagesOfOtherSites() throws IOException {
    int port = start("");
    for (String headers :
        List.of(
            "Connection: close\r\nHost: rebound.example:" + port + "\r\n",
            "Connection: close\r\nHost: localhost.rebound.example\r\n",
            "Connection: close\r\nHost: 127.0.0.1.rebound.example\r\n",
            localHost(port) + "Origin: http://evil.example\r\n",
            localHost(port) + "Origin: null\r\n",
            localHost(port) + "Origin: http://127.0.0.1:1\r\n")) {
      String response = send(port, "GET /report.json HTTP/1.1\r\n" + headers + "\r\n");
      assertTrue(response.startsWith("HTTP/1.1 403"), () -> headers + response);
    }
    String own = "Origin: http://127.0.0.1:" + port + "\r\n";
    assertTrue(get(port, "/report.json", own).startsWith("HTTP/1.1 200"));
  }

  @Test
  void requiresTheTokenForEverythingButHealth() throws IOException {
    int port = start("live.token=s3cret,live.host=0.0.0.0,");
    assertTrue(get(port, "/healthz", "").startsWith("HTTP/1.1 200"));
    for (String path :
        List.of("/", "/report.json", "/metrics", "/x", "/?token=", "/?token=s3cre")) {
      assertTrue(get(port, path, "").startsWith("HTTP/1.1 401"), path);
    }
    assertTrue(get(port, "/report.json?token=s3cret", "").startsWith("HTTP/1.1 200"));
    String bearer = "Authorization: Bearer s3cret\r\n";
    assertTrue(get(port, "/metrics", bearer).startsWith("HTTP/1.1 200"));
  }

  @Test
  void refusesOtherAddressesWithoutAToken() {
    var refused = assertThrows(IOException.class, () -> start("live.host=0.0.0.0,"));
    assertTrue(Objects.toString(refused.getMessage()).contains("live.token"), refused::toString);
  }

  /** Twice as many connections as threads and queue hold, none of which ever sends a request. */
  @Test
  void slowClientsAreDisconnected() throws IOException {
    int port = start("");
    for (int i = 0; i < 40; i++) {
      var socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(20_000);
      sockets.add(socket);
      socket.getOutputStream().write("GET / HT".getBytes(UTF_8));
    }
    for (Socket socket : sockets) {
      assertTrue(isClosedByServer(socket));
    }
    assertTrue(get(port, "/healthz", "").startsWith("HTTP/1.1 200"));
  }

  private static boolean isClosedByServer(Socket socket) {
    try {
      return socket.getInputStream().read() == -1;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void everyThreadIsADaemon() throws IOException {
    get(start(""), "/healthz", "");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("rowcall-live")
          || thread.getName().equals("HTTP-Dispatcher")) {
        assertTrue(thread.isDaemon(), thread::getName);
      }
    }
  }

  /** Starts the server as the agent does: from a daemon. */
  private static int start(String settings) throws IOException {
    String arguments = "live.port=0," + settings + "service=shop";
    var config = Config.read(arguments, new Properties(), Map.of(), new File("no-such-folder"));
    assertEquals(List.of(), config.problems());
    var url = new String[1];
    var failure = new IOException[1];
    var starter =
        new Thread(
            () -> {
              try {
                url[0] = LiveServer.start(config, new Answers(), DEADLINE_MILLIS);
              } catch (IOException e) {
                failure[0] = e;
              }
            });
    starter.setDaemon(true);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (failure[0] != null) {
      throw failure[0];
    }
    return URI.create(url[0]).getPort();
  }

  private static String localHost(int port) {
    return "Host: 127.0.0.1:" + port + "\r\nConnection: close\r\n";
  }

  private static String get(int port, String path, String headers) throws IOException {
    return send(port, "GET " + path + " HTTP/1.1\r\n" + localHost(port) + headers + "\r\n");
  }

  private static String send(int port, String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
