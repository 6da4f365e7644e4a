package io.rowcall.it.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Connection that sends HTTP/1.1 as no client library does: pipelined, in pieces, or cut off. Reads
 * responses with a length or in chunks.
 */
final class RawClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(60).toMillis();

  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a text at once. */
  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  static String get(String path) {
    return get(path, "Accept: */*");
  }

  /** A GET with a header, which is a line. */
  static String get(String path, String header) {
    return "GET " + path + " HTTP/1.1\r\nHost: shop.example\r\n" + header + "\r\n\r\n";
  }

  /** Reads one response. */
  Response read() throws IOException {
    String status = line();
    var headers = new TreeMap<String, String>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    String length = headers.get("content-length");
    byte[] body = length == null ? chunks() : in.readNBytes(Integer.parseInt(length));
    int code = Integer.parseInt(status.split(" ")[1]);
    return new Response(code, headers, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  /** Reads and drops bytes of the body. */
  void skip(int bytes) throws IOException {
    in.readNBytes(bytes);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed by the server after: " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Response with its headers by lower-case name. */
  record Response(int status, Map<String, String> headers, String body) {
    /** The number of queries that its headers report; a text if there is none. */
    String queryCount() {
      return headers.getOrDefault("x-query-count", "no header");
    }
  }
}
