package io.acme.jdk;

import com.sun.net.httpserver.HttpServer;
import io.acme.shop.Shop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/**
 * Starts the shop on a free port; {@code -Dshop.connections} says how it connects, {@code
 * -Dshop.url} where to.
 */
public final class JdkService {
  private JdkService() {}

  /** Prints {@code READY port} when it serves. */
  public static void main(String[] args) throws Exception {
    String url = System.getProperty("shop.url", "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
    String way = System.getProperty("shop.connections", "plain");
    Shop shop = new Shop(WayToConnect.named(way, url), url.startsWith("jdbc:postgresql:"));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", new ShopHandler(shop)).setAuthenticator(new BelievingAuthenticator());
    server.createContext("/probe/", new ProbeHandler(url));
    // A handler without a class file of its own, as most services have them.
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
