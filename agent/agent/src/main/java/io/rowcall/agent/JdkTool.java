package io.rowcall.agent;

/**
 * Tells the JDK's own tools from applications. With {@code JAVA_TOOL_OPTIONS} set, every {@code
 * keytool} and {@code jcmd} loads the agent too; they are left alone.
 */
final class JdkTool {
  private JdkTool() {}

  static boolean isRunning() {
    return is(
        System.getProperty("sun.java.command", ""), System.getProperty("jdk.module.main", ""));
  }

  /**
   * @param command main class and arguments, as in {@code sun.java.command}
   * @param mainModule the module of the main class, or empty
   */
  static boolean is(String command, String mainModule) {
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
