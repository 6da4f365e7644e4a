package io.rowcall.bench.peers;

import io.rowcall.bench.trial.Database;
import io.rowcall.bench.trial.LookupServlet;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Service with 20 lookups by primary key per request, on H2 through HikariCP, in Tomcat, driven by
 * one client over loopback.
 */
final class ServletService {
  private static final int QUERIES = 20;

  private ServletService() {}

  /** Starts the service with its one client. */
  static Running start() throws Exception {
    Tomcat tomcat = tomcat(new LookupServlet(Database.H2.pool(2), QUERIES, 1));
    return new Running(
        new Socket(InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort()));
  }

  /** The service with its client. */
  static final class Running implements AutoCloseable {
    private final Socket client;

    private Running(Socket client) throws IOException {
      this.client = client;
      client.setTcpNoDelay(true);
    }

    /** Sends requests to a number of endpoints in turn. */
    void send(int times, int endpoints) throws IOException {
      OutputStream out = client.getOutputStream();
      var in = new DataInputStream(client.getInputStream());
      for (int i = 0; i < times; i++) {
        String path =
            "/things/" + (char) ('a' + i % endpoints % 26) + (char) ('a' + i % endpoints / 26);
        out.write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        answer(in);
      }
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  private static Tomcat tomcat(HttpServlet servlet) throws Exception {
    var tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("peers").toString());
    tomcat.setPort(0);
    // One connection and one thread.
    tomcat.getConnector().setProperty("maxThreads", "1");
    tomcat.getConnector().setProperty("minSpareThreads", "1");
    tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "served", servlet);
    context.addServletMappingDecoded("/*", "served");
    tomcat.start();
    return tomcat;
  }

  /** Reads a response; any status but 200 is an error. */
  private static void answer(DataInputStream in) throws IOException {
    String status = line(in);
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
    if (!status.contains(" 200")) {
      throw new IOException("expected status 200, found " + status);
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed in a head");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
