package io.acme.routes;

import com.opensymphony.xwork2.ActionSupport;
import io.acme.shop.Scenarios;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import org.apache.struts2.ServletActionContext;
import org.apache.struts2.dispatcher.filter.StrutsPrepareAndExecuteFilter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ServletContextHandler;
import spark.Service;

/**
 * Serves a route with a name by the framework of {@code -Dserver}: {@code spark} or {@code struts}.
 */
public final class JavaxRoutesService {
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
    System.out.println(
        "READY " + (System.getProperty("server").equals("spark") ? spark() : struts()));
    Thread.currentThread().join();
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
    Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/shop");
    context.addFilter(
        StrutsPrepareAndExecuteFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(DefaultServlet.class, "/");
    server.setHandler(context);
    server.start();
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
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
