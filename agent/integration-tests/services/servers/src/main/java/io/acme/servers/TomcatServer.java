package io.acme.servers;

import io.acme.shop.Shop;
import io.acme.shop.servlet.ShopServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.File;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Starts Tomcat, with JAX-RS below {@code /rs} and filters that set users below {@code /users}. */
final class TomcatServer {
  private TomcatServer() {}

  static int start(Shop shop) throws Exception {
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    add(context, "shop", new ShopServlet(shop), "/");
    add(context, "commit", new CommitServlet(shop), "/commit/*");
    var resources = new ResourceConfig().register(new AsyncResource(shop));
    add(context, "rs", new ServletContainer(resources), "/rs/*");
    add(context, "users", new UserServlet(shop), "/users/*");
    filter(context, "security", UserFilters.springSecurity(), "/users/secured/*");
    filter(context, "logging", UserFilters.logging(), "/users/logged/*");
    filter(context, "wrapping", UserFilters.wrapping(), "/users/wrapped/*");
    tomcat.getConnector();
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  private static void add(Context context, String name, Servlet servlet, String mapping) {
    Wrapper added = Tomcat.addServlet(context, name, servlet);
    added.setAsyncSupported(true);
    context.addServletMappingDecoded(mapping, name);
  }

  private static void filter(Context context, String name, Filter filter, String mapping) {
    var definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    var map = new FilterMap();
    map.setFilterName(name);
    map.addURLPattern(mapping);
    context.addFilterMap(map);
  }
}
