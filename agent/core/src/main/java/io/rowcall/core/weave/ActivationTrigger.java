package io.rowcall.core.weave;

/**
 * Recognizes the first class of a JVM that has to do with JDBC, HTTP or a cache. Before it there is
 * nothing to weave; with it the weaving begins.
 *
 * <p>It is asked of every class until then, so it is a name's prefix and a walk over the constant
 * pool. Value types such as {@code java.sql.Timestamp} are no sign: mappers name them everywhere.
 */
public final class ActivationTrigger {
  private ActivationTrigger() {}

  /** Nothing to the agent. */
  public static final int NOTHING = 0;

  /** It has to do with what is counted: the weaving begins. */
  public static final int SIGN = 1;

  /** It takes tasks, and is to be woven once there is something to count for. */
  public static final int LATER = 2;

  /** What a class that is being loaded means. */
  public static int of(String name, byte[] bytes) {
    if (name.startsWith("java/") || name.startsWith("jdk/")) {
      return NOTHING;
    }
    if (name.startsWith("sun/") || name.startsWith("com/sun/")) {
      return name.startsWith("sun/net/httpserver/") || name.startsWith("com/sun/net/httpserver/")
          ? SIGN
          : NOTHING;
    }
    // A cache is named where it is made, which may be before anything else begins.
    if (name.startsWith("com/github/benmanes/caffeine/cache/")
        || name.equals("com/google/common/cache/LocalCache")) {
      return SIGN;
    }
    int mentions = ClassFile.mentions(bytes);
    if ((mentions & ClassFile.SIGNS) != 0) {
      return SIGN;
    }
    if ((mentions & ClassFile.EXECUTOR_LAMBDA) != 0) {
      return LATER;
    }
    ClassFile type = mentions == 0 ? null : ClassFile.parse(bytes);
    return type != null && type.takesTasks() ? LATER : NOTHING;
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
