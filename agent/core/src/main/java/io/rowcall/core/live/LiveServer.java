package io.rowcall.core.live;

import com.sun.net.httpserver.HttpServer;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * HTTP server of the live view, the JDK's own. It binds to loopback unless {@code live.host} says
 * otherwise, and then requires a token. Its threads are daemons.
 */
public final class LiveServer {
  private static final long DEADLINE_MILLIS = 10_000;
  private static final int BACKLOG = 16;

  private LiveServer() {}

  /**
   * Starts the server. Called by a daemon, because the server's own thread inherits that.
   *
   * @return its URL
   * @throws IOException with a message for people if it must not or cannot start
   * @throws LinkageError if this JVM has no module jdk.httpserver
   */
  public static String start(Config config, LiveSource source) throws IOException {
    return start(config, source, DEADLINE_MILLIS);
  }

  static String start(Config config, LiveSource source, long deadlineMillis) throws IOException {
    String host = config.text(Setting.LIVE_HOST);
    String token = config.text(Setting.LIVE_TOKEN);
    InetAddress address = InetAddress.getByName(host);
    if (token.isEmpty() && !address.isLoopbackAddress()) {
      throw new IOException(
          "live.host is not loopback, and there is no token. Set live.token to a secret");
    }
    InetSocketAddress socket = new InetSocketAddress(address, config.count(Setting.LIVE_PORT));
    HttpServer server = HttpServer.create(socket, BACKLOG);
    server.createContext("/", new LiveHandler(new LiveAccess(host, token), source));
    server.setExecutor(new LiveThreads(deadlineMillis));
    server.start();
    return "http://" + host + ":" + server.getAddress().getPort() + "/";
  }
}
