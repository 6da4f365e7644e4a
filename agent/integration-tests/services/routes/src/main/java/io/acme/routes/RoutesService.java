package io.acme.routes;

import io.acme.shop.Scenarios;
import io.javalin.Javalin;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.core.Application;
import java.io.File;
import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;

/**
 * Serves {@code /shop/api/orders/NAME/items/ITEM} with the framework of {@code -Dserver}: {@code
 * cxf}, {@code javalin}, {@code jersey} or {@code resteasy}.
 */
public final class RoutesService {
  private static final String DELEGATE = "jakarta.ws.rs.ext.RuntimeDelegate";

  private RoutesService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Scenarios scenarios = Scenarios.open();
    System.out.println("READY " + start(System.getProperty("server"), scenarios));
    Thread.currentThread().join();
  }

  private static int start(String server, Scenarios scenarios) throws Exception {
    switch (server) {
      case "cxf":
        System.setProperty(DELEGATE, "org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl");
        return tomcat(new CXFNonSpringJaxrsServlet(new Resources(scenarios)));
      case "javalin":
        return javalin(scenarios);
      case "jersey":
        System.setProperty(DELEGATE, "org.glassfish.jersey.server.internal.RuntimeDelegateImpl");
        return tomcat(
            new ServletContainer(ResourceConfig.forApplication(new Resources(scenarios))));
      case "resteasy":
        System.setProperty(
            DELEGATE, "org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl");
        return tomcat(new Resteasy(new Resources(scenarios)));
      default:
        throw new IllegalArgumentException("no framework " + server);
    }
  }

  private static int javalin(Scenarios scenarios) {
    return Javalin.create(config -> config.router.contextPath = "/shop")
        .before(context -> context.header("X-Before", "yes"))
        .get(
            "/api/orders/{name}/items/{item}",
            context ->
                context.result(
                    scenarios.repeat(
                        context.pathParam("name") + " " + context.pathParam("item"), 2)))
        .after(context -> context.header("X-After", "yes"))
        .start("127.0.0.1", 0)
        .port();
  }

  private static int tomcat(Servlet servlet) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext("/shop", new File(".").getAbsolutePath());
    Wrapper wrapper = Tomcat.addServlet(context, "api", servlet);
    wrapper.addInitParameter("resteasy.servlet.mapping.prefix", "/api");
    wrapper.setLoadOnStartup(1);
    context.addServletMappingDecoded("/api/*", "api");
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  /** The only resource. */
  private static final class Resources extends Application {
    private final Scenarios scenarios;

    Resources(Scenarios scenarios) {
      this.scenarios = scenarios;
    }

    @Override
    public Set<Object> getSingletons() {
      return Set.of(new Orders(scenarios));
    }
  }

  /** RESTEasy's servlet with an application of its own. */
  private static final class Resteasy extends HttpServletDispatcher {
    private static final long serialVersionUID = 1;

    private final transient Application application;

    Resteasy(Application application) {
      this.application = application;
    }

    @Override
    public void init(jakarta.servlet.ServletConfig config) throws jakarta.servlet.ServletException {
      super.init(config);
      getDispatcher()
          .getRegistry()
          .addSingletonResource(application.getSingletons().iterator().next());
    }
  }
}
