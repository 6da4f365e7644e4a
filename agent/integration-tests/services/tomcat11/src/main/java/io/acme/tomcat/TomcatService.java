package io.acme.tomcat;

import io.acme.shop.GracefulShutdown;
import io.acme.shop.Shop;
import io.acme.shop.Shops;
import io.acme.shop.servlet.ShopServlet;
import io.acme.shop.servlet.WrappingFilter;
import java.io.File;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.core.StandardService;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Starts the shop on a free port. */
public final class TomcatService {
  private TomcatService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Shop shop = Shops.open();
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    context.getPipeline().addValve(new UserValve());
    addFilter(context);
    Wrapper servlet = Tomcat.addServlet(context, "shop", new ShopServlet(shop));
    servlet.setAsyncSupported(true);
    context.addServletMappingDecoded("/", "shop");
    hideStacks(tomcat);
    tomcat.getConnector();
    tomcat.start();
    GracefulShutdown.register(() -> drain(tomcat));
    System.out.println("READY " + tomcat.getConnector().getLocalPort());
  }

  private static void addFilter(Context context) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("wrapping");
    filter.setFilter(new WrappingFilter());
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("wrapping");
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
  }

  /** Completes the requests in progress, and stops the server. */
  private static void drain(Tomcat tomcat) {
    try {
      ((StandardService) tomcat.getService()).setGracefulStopAwaitMillis(15_000);
      tomcat.stop();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hideStacks(Tomcat tomcat) {
    ErrorReportValve errors = new ErrorReportValve();
    errors.setShowReport(false);
    errors.setShowServerInfo(false);
    tomcat.getHost().getPipeline().addValve(errors);
    ((StandardHost) tomcat.getHost()).setErrorReportValveClass(null);
  }
}
