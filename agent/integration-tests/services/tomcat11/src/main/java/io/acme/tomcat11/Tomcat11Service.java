package io.acme.tomcat11;

import io.acme.shop.Held;
import io.acme.shop.Shop;
import io.acme.shop.Shops;
import io.acme.shop.servlet.ShopServlet;
import java.io.File;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.core.StandardService;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;

/** Starts the shop on a free port. */
public final class Tomcat11Service {
  private Tomcat11Service() {}

  /** Prints {@code READY port} when it serves. */
  public static void main(String[] args) throws Exception {
    Shop shop = Shops.open();
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    context.getPipeline().addValve(new UserValve());
    Wrapper servlet = Tomcat.addServlet(context, "shop", new ShopServlet(shop));
    servlet.setAsyncSupported(true);
    context.addServletMappingDecoded("/", "shop");
    hideStacks(tomcat);
    tomcat.getConnector();
    tomcat.start();
    Held.stopsAtTheEnd(() -> drain(tomcat));
    System.out.println("READY " + tomcat.getConnector().getLocalPort());
  }

  /** Answers what is being served, and ends. */
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
