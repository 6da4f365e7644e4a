package io.rowcall.core.export;

import java.lang.management.ManagementFactory;

/**
 * The name and the start of this JVM's process.
 *
 * <p>The JDK's management classes fail forever when they are first used while the heap is full.
 * Reports are then written without them, and identify their process less exactly.
 */
final class JvmProcess {
  private static final long FIRST_USED_MILLIS = System.currentTimeMillis();

  private JvmProcess() {}

  /** {@code pid@host}, as the JVM calls itself. */
  static String name() {
    try {
      return ManagementFactory.getRuntimeMXBean().getName();
    } catch (LinkageError failedForever) {
      String host = System.getenv("HOSTNAME");
      return pid() + "@" + (host == null ? "localhost" : host);
    }
  }

  /** 0 on Java 8, which offers no other way to read it. */
  private static String pid() {
    try {
      Class<?> handle = Class.forName("java.lang.ProcessHandle");
      Object current = handle.getMethod("current").invoke(null);
      return String.valueOf(handle.getMethod("pid").invoke(current));
    } catch (ReflectiveOperationException | LinkageError notHere) {
      return "0";
    }
  }

  /**
   * The start in milliseconds since the epoch; if it is not known, that of the agent's first use.
   */
  static long startMillis() {
    try {
      return ManagementFactory.getRuntimeMXBean().getStartTime();
    } catch (LinkageError failedForever) {
      return FIRST_USED_MILLIS;
    }
  }
}
