package io.acme.servers;

import io.acme.shop.Shop;
import io.acme.shop.servlet.ShopServlet;
import jakarta.servlet.Servlet;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.ServletRegistration;
import org.glassfish.grizzly.servlet.WebappContext;

/** Starts Grizzly. */
final class GrizzlyServer {
  private GrizzlyServer() {}

  static int start(Shop shop) throws Exception {
    var listener = new NetworkListener("shop", "127.0.0.1", 0);
    var server = new HttpServer();
    server.addListener(listener);
    var context = new WebappContext("shop", "");
    add(context, "shop", new ShopServlet(shop), "/*");
    add(context, "commit", new CommitServlet(shop), "/commit/*");
    context.deploy(server);
    server.start();
    // All threads of the server are daemons.
    new Thread(() -> LockSupport.park(), "keeps the service alive").start();
    return listener.getPort();
  }

  private static void add(WebappContext context, String name, Servlet servlet, String mapping) {
    ServletRegistration added = context.addServlet(name, servlet);
    added.setAsyncSupported(true);
    added.addMapping(mapping);
  }
}
