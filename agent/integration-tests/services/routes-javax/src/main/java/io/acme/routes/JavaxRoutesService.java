package io.acme.routes;

import com.opensymphony.xwork2.ActionSupport;
import io.acme.shop.Scenarios;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import org.apache.struts2.ServletActionContext;
import org.apache.struts2.dispatcher.filter.StrutsPrepareAndExecuteFilter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;
import spark.Service;

/**
 * Serves a route with a name by the framework of {@code -Dserver}: {@code jersey}, {@code
 * resteasy}, {@code spark} or {@code struts}.
 */
public final class JavaxRoutesService {
  private static final String DELEGATE = "javax.ws.rs.ext.RuntimeDelegate";
  private static final Scenarios SCENARIOS = scenarios();

  private JavaxRoutesService() {}

  private static Scenarios scenarios() {
    try {
      return Scenarios.open();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    System.out.println("READY " + start(System.getProperty("server")));
    Thread.currentThread().join();
  }

  private static int start(String server) throws Exception {
    switch (server) {
      case "jersey":
        System.setProperty(DELEGATE, "org.glassfish.jersey.server.internal.RuntimeDelegateImpl");
        return jaxRs(
            new ServletContainer(new ResourceConfig().registerInstances(new Orders(SCENARIOS))));
      case "resteasy":
        System.setProperty(DELEGATE, "org.jboss.resteasy.spi.ResteasyProviderFactory");
        return jaxRs(new Resteasy());
      case "spark":
        return spark();
      default:
        return struts();
    }
  }

  private static int jaxRs(Servlet servlet) throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(servlet);
    holder.setInitParameter("resteasy.servlet.mapping.prefix", "/api");
    holder.setInitOrder(1);
    context.addServlet(holder, "/api/*");
    return start(context);
  }

  private static int spark() {
    Service service = Service.ignite().ipAddress("127.0.0.1").port(0);
    service.before((request, response) -> response.header("X-Before", "yes"));
    service.get(
        "/api/orders/:name/items/:item",
        (request, response) ->
            SCENARIOS.repeat(request.params(":name") + " " + request.params(":item"), 2));
    service.after((request, response) -> response.header("X-After", "yes"));
    service.awaitInitialization();
    return service.port();
  }

  private static int struts() throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(
        StrutsPrepareAndExecuteFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(DefaultServlet.class, "/");
    return start(context);
  }

  private static int start(ServletContextHandler context) throws Exception {
    Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    context.setContextPath("/shop");
    server.setHandler(context);
    server.start();
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** RESTEasy's servlet with a resource of its own. */
  private static final class Resteasy extends HttpServletDispatcher {
    private static final long serialVersionUID = 1;

    @Override
    public void init(ServletConfig config) throws ServletException {
      super.init(config);
      getDispatcher().getRegistry().addSingletonResource(new Orders(SCENARIOS));
    }
  }

  /** Action of Struts, for {@code /api/orders-NAME-ITEM}: its names come from a wildcard. */
  public static final class ItemAction extends ActionSupport {
    private static final long serialVersionUID = 1;

    /** 2 executions. */
    @Override
    public String execute() throws Exception {
      byte[] text = SCENARIOS.repeat("item", 2).getBytes(StandardCharsets.UTF_8);
      ServletActionContext.getResponse().getOutputStream().write(text);
      return NONE;
    }
  }
}
