package io.rowcall.cli;

/**
 * Entry point of {@code -javaagent:rowcall.jar}: says that the agent is another jar. Without it,
 * the JVM would refuse to start.
 */
public final class WrongJar {
  private WrongJar() {}

  /** Prints one line; the application runs without the agent. */
  @SuppressWarnings("SystemOut") // There is no logger, and stdout belongs to the application.
  public static void premain(String arguments) {
    System.err.println(
        "rowcall: rowcall.jar has the commands, not the agent, so nothing is counted. Use"
            + " -javaagent:rowcall-agent.jar");
  }

  /** The same for a running JVM. */
  public static void agentmain(String arguments) {
    premain(arguments);
  }
}
