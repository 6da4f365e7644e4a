package io.acme.jdk;

import com.sun.net.httpserver.HttpServer;
import io.acme.shop.Connections;
import io.acme.shop.Shop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/**
 * Starts the shop on a free port. {@code -Dshop.connections} is the kind of connections, {@code
 * -Dshop.url} the URL of the database.
 */
public final class JdkService {
  private JdkService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    String url = System.getProperty("shop.url", "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
    String connections = System.getProperty("shop.connections", "plain");
    Connections source = NamedConnections.named(connections, url);
    Shop shop = new Shop(source, url.startsWith("jdbc:postgresql:"));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", new ShopHandler(shop)).setAuthenticator(new HeaderAuthenticator());
    server.createContext("/probe/", new ProbeHandler(url));
    server.createContext("/lookups", new LookupHandler(source));
    // A handler that has no class file, as in most services.
    server.createContext("/lambda/", exchange -> ShopHandler.send(exchange, 200, join(shop)));
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static String join(Shop shop) {
    try {
      return shop.listWithJoin();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
