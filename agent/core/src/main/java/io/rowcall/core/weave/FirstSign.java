package io.rowcall.core.weave;

/**
 * Recognises the first class of a JVM that has to do with JDBC, HTTP or a cache. Before it there is
 * nothing to weave; with it the weaving begins.
 *
 * <p>It is asked of every class until then, so it is a name's prefix and a walk over the constant
 * pool. Value types such as {@code java.sql.Timestamp} are no sign: mappers name them everywhere.
 */
public final class FirstSign {
  private FirstSign() {}

  /** Whether a class that is being loaded is a sign. */
  public static boolean isIn(String name, byte[] bytes) {
    if (name.startsWith("java/") || name.startsWith("jdk/")) {
      return false;
    }
    if (name.startsWith("sun/") || name.startsWith("com/sun/")) {
      return name.startsWith("sun/net/httpserver/") || name.startsWith("com/sun/net/httpserver/");
    }
    // A cache is named where it is made, which may be before anything else begins.
    return name.startsWith("com/github/benmanes/caffeine/cache/")
        || name.equals("com/google/common/cache/LocalCache")
        || ClassFile.mentions(bytes) != 0;
  }

  /** Whether one of the classes that are loaded already is a sign. */
  public static boolean isAmong(Class<?>[] loaded) {
    for (Class<?> type : loaded) {
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
