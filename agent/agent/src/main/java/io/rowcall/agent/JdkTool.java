package io.rowcall.agent;

/**
 * Detects the JDK's own tools. With {@code JAVA_TOOL_OPTIONS} set, every {@code keytool} and {@code
 * jcmd} loads the agent, which must not do anything there.
 */
final class JdkTool {
  /** Package of what compiles and runs a source file, as in {@code java Job.java}. */
  private static final String SOURCE_LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";

  private JdkTool() {}

  static boolean isRunning() {
    return isTool(
        System.getProperty("sun.java.command", ""), System.getProperty("jdk.module.main", ""));
  }

  /**
   * Whether a command line is that of a JDK tool.
   *
   * @param command main class and arguments, as in {@code sun.java.command}
   * @param mainModule the module of the main class, or empty
   */
  static boolean isTool(String command, String mainModule) {
    if (command.startsWith(SOURCE_LAUNCHER)) {
      return false;
    }
    if (mainModule.startsWith("jdk.") || mainModule.startsWith("java.")) {
      return true;
    }
    int end = command.indexOf(' ');
    String main = end < 0 ? command : command.substring(0, end);
    int module = main.indexOf('/');
    if (module > 0 && (main.startsWith("jdk.") || main.startsWith("java."))) {
      return true;
    }
    return main.startsWith("sun.tools.")
        || main.startsWith("sun.security.tools.")
        || main.startsWith("sun.rmi.")
        || main.startsWith("com.sun.tools.")
        || main.startsWith("com.sun.javadoc.")
        || main.startsWith("jdk.jfr.")
        || main.startsWith("jdk.internal.");
  }
}
