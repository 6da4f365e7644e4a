package io.acme.tomcat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Program that deploys, uses and undeploys a web application again and again. Its arguments are the
 * folder of this service's jars, and the number of deployments.
 */
public final class Redeployments {
  private static final int MAX_COLLECTIONS = 100;

  private Redeployments() {}

  /** Prints {@code COLLECTED n of m} at the end, for the applications' class loaders. */
  public static void main(String[] args) throws Exception {
    System.out.println("READY 0");
    Path base = Files.createTempDirectory("tomcat");
    Path application = application(base, new File(args[0]).toPath());
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    tomcat.start();
    int deployments = Integer.parseInt(args[1]);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < deployments; i++) {
      loaders.add(deploy(tomcat, application));
    }
    System.out.println("COLLECTED " + collected(loaders) + " of " + deployments);
    System.exit(0);
  }

  /** A folder with the application's classes, its driver included. */
  private static Path application(Path base, Path jars) throws IOException {
    Path application = base.resolve("application");
    Path lib = Files.createDirectories(application.resolve("WEB-INF/lib"));
    copy(jars, lib, "tomcat");
    copy(jars.resolve("lib"), lib, "h2-");
    return application;
  }

  private static void copy(Path from, Path to, String prefix) throws IOException {
    File[] jars = from.toFile().listFiles((folder, name) -> name.matches(prefix + ".*\\.jar"));
    for (File jar : jars == null ? new File[0] : jars) {
      Files.copy(jar.toPath(), to.resolve(jar.getName()));
    }
  }

  private static WeakReference<ClassLoader> deploy(Tomcat tomcat, Path application)
      throws IOException {
    Context context = tomcat.addWebapp("/app", application.toString());
    ClassLoader loader = context.getLoader().getClassLoader();
    int port = tomcat.getConnector().getLocalPort();
    try (InputStream response = new URL("http://127.0.0.1:" + port + "/app/").openStream()) {
      if (response.read() != 'd') {
        throw new IllegalStateException("not done");
      }
    }
    tomcat.getHost().removeChild(context);
    return new WeakReference<>(loader);
  }

  private static int collected(List<WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    int collected = 0;
    for (int i = 0; i < MAX_COLLECTIONS && collected < loaders.size(); i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(100);
      collected = 0;
      for (WeakReference<ClassLoader> loader : loaders) {
        collected += loader.get() == null ? 1 : 0;
      }
    }
    return collected;
  }
}
