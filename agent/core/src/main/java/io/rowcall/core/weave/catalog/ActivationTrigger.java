package io.rowcall.core.weave.catalog;

import io.rowcall.core.weave.ClassFile;
import io.rowcall.core.weave.Mentions;
import io.rowcall.core.weave.cache.CaffeineInstrumentation;
import io.rowcall.core.weave.cache.GuavaCacheInstrumentation;
import io.rowcall.core.weave.http.JdkHttpServerInstrumentation;
import io.rowcall.core.weave.route.KtorInstrumentation;
import io.rowcall.core.weave.server.GrpcInstrumentation;
import io.rowcall.core.weave.server.NettyInstrumentation;

/**
 * Recognizes the first class of a JVM that concerns JDBC, HTTP or a cache. The agent starts with
 * it; before it there is nothing to weave.
 *
 * <p>Runs for every class until then, so it reads only the prefix of the name and the constant
 * pool. Value types such as {@code java.sql.Timestamp} do not count: mappers name them everywhere.
 *
 * <p>The names of libraries here are constants, which the compiler copies: no class of an
 * instrumentation is loaded for them.
 */
public final class ActivationTrigger {
  /** Prefixes of classes that a server loads first; its connections need their state. */
  private static final String[] SERVERS = {
    GrpcInstrumentation.SERVER, KtorInstrumentation.PACKAGE, NettyInstrumentation.CHANNEL
  };

  private ActivationTrigger() {}

  /** The class does not concern the agent. */
  public static final int NOTHING = 0;

  /** The class starts the agent. */
  public static final int ACTIVATE = 1;

  /** The class takes tasks, or is a job, and is woven once the agent has started. */
  public static final int LATER = 2;

  /** The effect on the agent of a class that is being loaded. */
  public static int of(String name, byte[] bytes) {
    if (name.startsWith("java/") || name.startsWith("jdk/")) {
      return NOTHING;
    }
    if (name.startsWith("sun/") || name.startsWith("com/sun/")) {
      return name.startsWith(JdkHttpServerInstrumentation.API)
              || name.startsWith(JdkHttpServerInstrumentation.IMPLEMENTATION)
          ? ACTIVATE
          : NOTHING;
    }
    for (String server : SERVERS) {
      if (name.startsWith(server)) {
        return ACTIVATE;
      }
    }
    // These caches are named after the place that creates them, before anything else may happen.
    if (name.startsWith(CaffeineInstrumentation.PACKAGE)
        || name.equals(GuavaCacheInstrumentation.CACHE)) {
      return ACTIVATE;
    }
    int mentions = Mentions.in(bytes);
    if ((mentions & Mentions.ACTIVATING) != 0) {
      return ACTIVATE;
    }
    if ((mentions & (Mentions.EXECUTOR_LAMBDA | Mentions.JOB | Mentions.SCHEDULED)) != 0) {
      return LATER;
    }
    ClassFile type = mentions == 0 ? null : ClassFile.parse(bytes);
    return type != null && type.takesTasks() ? LATER : NOTHING;
  }

  /** Whether a class that is loaded already would have started the agent. */
  public static boolean isAmong(Class<?>[] loaded) {
    // Since Java 9 the bootstrap loader has none of them, and nearly all that is loaded before the
    // application starts. The name of a class takes a native call.
    boolean bootstrap = System.getProperty("java.specification.version", "").startsWith("1.");
    for (Class<?> type : loaded) {
      if (!bootstrap && type.getClassLoader() == null) {
        continue;
      }
      String name = type.getName();
      if (name.startsWith("j")
          ? name.equals("java.sql.Connection")
              || name.equals("javax.servlet.Servlet")
              || name.equals("jakarta.servlet.Servlet")
          : name.equals("com.sun.net.httpserver.HttpServer")) {
        return true;
      }
    }
    return false;
  }
}
