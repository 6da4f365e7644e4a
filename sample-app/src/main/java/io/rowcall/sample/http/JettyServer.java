package io.rowcall.sample.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the routes as plain servlets on embedded Jetty, on the loopback address. */
public final class JettyServer implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   * @throws Exception if the port is taken
   */
  public JettyServer(int port, Router router) throws Exception {
    var threads = new QueuedThreadPool(64, 8);
    threads.setName("http");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("localhost");
    connector.setPort(port);
    server.addConnector(connector);
    var context = new ServletContextHandler();
    for (String mapping : router.mappings()) {
      context.addServlet(holder(mapping, router), mapping);
    }
    context.addServlet(holder("unknown", router), "/");
    server.setHandler(context);
    server.start();
  }

  private static ServletHolder holder(String name, Router router) {
    var holder = new ServletHolder(name, new RouteServlet(router));
    holder.setAsyncSupported(true);
    return holder;
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  private static final class RouteServlet extends HttpServlet {

    private final transient Router router;

    RouteServlet(Router router) {
      this.router = router;
    }

    @Override
    protected void service(HttpServletRequest incoming, HttpServletResponse outgoing)
        throws IOException {
      Map<String, String> query = new HashMap<>();
      incoming.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
      Response response =
          router.answer(
              new Request(
                  incoming.getMethod(),
                  incoming.getRequestURI(),
                  query,
                  Map.of(),
                  incoming::getHeader,
                  incoming.getInputStream().readAllBytes()));
      outgoing.setStatus(response.status());
      response.headers().forEach(outgoing::setHeader);
      EventSource events = response.events();
      if (events != null) {
        outgoing.setContentType("text/event-stream");
        var async = incoming.startAsync();
        async.setTimeout(0);
        new EventStream(outgoing.getOutputStream(), async::complete).open(events);
        return;
      }
      outgoing.setContentType("application/json");
      outgoing.setContentLength(response.body().length);
      outgoing.getOutputStream().write(response.body());
    }
  }
}
