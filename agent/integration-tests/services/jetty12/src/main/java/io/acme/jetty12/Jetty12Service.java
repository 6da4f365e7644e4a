package io.acme.jetty12;

import io.acme.shop.GracefulShutdown;
import io.acme.shop.Shop;
import io.acme.shop.Shops;
import io.acme.shop.servlet.ShopServlet;
import io.acme.shop.servlet.WrappingFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Starts the shop on a free port. */
public final class Jetty12Service {
  private Jetty12Service() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Shop shop = Shops.open();
    var errors = new ErrorHandler();
    errors.setShowStacks(false);
    var context = new ServletContextHandler();
    context.setErrorHandler(errors);
    var filter = new FilterHolder(new WrappingFilter());
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    var servlet = new ServletHolder("shop", new ShopServlet(shop));
    servlet.setAsyncSupported(true);
    context.addServlet(servlet, "/");
    var server = new Server(0);
    server.setHandler(new GracefulHandler(context));
    server.setStopTimeout(60_000);
    server.start();
    GracefulShutdown.register(() -> drain(server));
    System.out.println("READY " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }

  /** Completes the requests in progress, and stops the server. */
  private static void drain(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
