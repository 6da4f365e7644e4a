package io.acme.servers;

import io.acme.shop.Shop;
import io.acme.shop.Shops;

/** Starts the shop on the server that the system property {@code server} names. */
public final class ServersService {
  private ServersService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Shop shop = Shops.open();
    String server = System.getProperty("server", "tomcat");
    int port =
        switch (server) {
          case "undertow" -> UndertowServer.start(shop);
          case "grizzly" -> GrizzlyServer.start(shop);
          case "tomcat" -> TomcatServer.start(shop);
          default -> throw new IllegalArgumentException("server=" + server);
        };
    System.out.println("READY " + port);
  }
}
