package io.rowcall.bench.peers;

import com.p6spy.engine.spy.P6DataSource;
import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.DataSourceQueryCountListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Service in its own JVM: a servlet in Tomcat that makes 20 lookups by primary key on H2 through
 * HikariCP, driven by one client over loopback. Prints CPU time in ns and allocated bytes of the
 * thread per request, as medians over rounds.
 *
 * <p>Arguments: the wrapper of {@link Peer}, warm-up requests, requests per round, rounds.
 */
public final class ServletService {
  static final int QUERIES = 20;
  private static final String SQL = "SELECT name FROM things WHERE id = ?";

  private ServletService() {}

  @SuppressWarnings("SystemOut") // Its output is its result.
  public static void main(String[] arguments) throws Exception {
    int warmUp = Integer.parseInt(arguments[1]);
    int perRound = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    try (Running running = start(arguments[0])) {
      Served served = running.served;
      running.send(warmUp, 1);
      var cpu = new long[rounds];
      var bytes = new long[rounds];
      for (int round = 0; round < rounds; round++) {
        running.send(1, 1);
        long cpuBefore = served.cpuNanos;
        long bytesBefore = served.allocated;
        running.send(perRound, 1);
        cpu[round] = (served.cpuNanos - cpuBefore) / perRound;
        bytes[round] = (served.allocated - bytesBefore) / perRound;
      }
      System.out.println("RESULT " + median(cpu) + " " + median(bytes));
    }
    System.exit(0);
  }

  /** Starts the service with its one client. */
  static Running start(String wrapper) throws Exception {
    var served = new Served(wrapped(wrapper, pool()));
    Tomcat tomcat = tomcat(served);
    return new Running(
        served, new Socket(InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort()));
  }

  /** The service with its client. */
  static final class Running implements AutoCloseable {
    private final Served served;
    private final Socket client;

    private Running(Served served, Socket client) throws IOException {
      this.served = served;
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

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static DataSource pool() throws SQLException {
    var config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:peers;DB_CLOSE_DELAY=-1");
    config.setMaximumPoolSize(2);
    var pool = new HikariDataSource(config);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE things (id INT PRIMARY KEY, name VARCHAR(20))");
      statement.execute("INSERT INTO things SELECT x, 'thing' FROM SYSTEM_RANGE(0, 99)");
    }
    return pool;
  }

  private static DataSource wrapped(String wrapper, DataSource pool) {
    return switch (wrapper) {
      case "p6spy" -> new P6DataSource(pool);
      case "proxy" ->
          ProxyDataSourceBuilder.create(pool).listener(new DataSourceQueryCountListener()).build();
      default -> pool;
    };
  }

  private static Tomcat tomcat(HttpServlet servlet) throws Exception {
    var tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("peers").toString());
    tomcat.setPort(0);
    // One connection and one thread, whose CPU time is that of the requests.
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

  /** The servlet. Records CPU time and allocation of its thread at the start of each request. */
  private static final class Served extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final transient DataSource database;
    volatile long cpuNanos;
    volatile long allocated;

    Served(DataSource database) {
      this.database = database;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      cpuNanos = THREADS.getCurrentThreadCpuTime();
      allocated = THREADS.getCurrentThreadAllocatedBytes();
      int length = 0;
      try (Connection connection = database.getConnection()) {
        for (int i = 0; i < QUERIES; i++) {
          try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setInt(1, i * 3);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                length += rows.getString(1).length();
              }
            }
          }
        }
      } catch (SQLException e) {
        throw new IOException(e);
      }
      byte[] body = Integer.toString(length).getBytes(StandardCharsets.US_ASCII);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
