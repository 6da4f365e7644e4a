package io.acme.jetty9;

import io.acme.shop.Shop;
import io.acme.shop.Shops;
import io.acme.shop.servlet.ShopServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** Starts the shop on a free port. */
public final class Jetty9Service {
  private Jetty9Service() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Shop shop = Shops.open();
    ErrorHandler errors = new ErrorHandler();
    errors.setShowStacks(false);
    errors.setShowServlet(false);
    ServletContextHandler context = new ServletContextHandler();
    context.setErrorHandler(errors);
    ServletHolder servlet = new ServletHolder("shop", new ShopServlet(shop));
    servlet.setAsyncSupported(true);
    for (String mapping : ShopServlet.MAPPINGS) {
      context.addServlet(servlet, mapping);
    }
    Server server = new Server(0);
    server.setHandler(context);
    server.start();
    System.out.println("READY " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }
}
