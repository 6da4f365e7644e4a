package io.rowcall.agent;

import java.lang.reflect.InvocationTargetException;

/**
 * The {@code --check} command: prints what the agent would do, without attaching to anything. It
 * needs no class of {@code java.lang.instrument}, which a runtime image may lack.
 */
public final class Check {
  private static final String USAGE =
      "Rowcall counts the database calls of each request and finds N+1 queries.\n"
          + "\n"
          + "  java -javaagent:rowcall-agent.jar[=key=value,...] -jar your-service.jar\n"
          + "      attaches the agent; after the first requests, the report is in"
          + " rowcall-reports/\n"
          + "  java -jar rowcall-agent.jar --check [key=value,...]\n"
          + "      prints the Java version, the instrumented libraries and the configuration\n";

  private Check() {}

  /** {@code java -jar rowcall-agent.jar --check}. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs the command.
   *
   * @return the exit code: 0, or 2 for invalid arguments, or 3 for a bug in Rowcall
   */
  @SuppressWarnings("SystemOut") // Results go to stdout.
  private static int run(String[] arguments) {
    if (arguments.length == 0 || arguments[0].equals("--help")) {
      System.out.print(USAGE);
      return 0;
    }
    if (!arguments[0].equals("--check") || arguments.length > 2) {
      System.err.print("rowcall: expected --check [key=value,...]\n" + USAGE);
      return 2;
    }
    try {
      String text =
          (String)
              AgentClassLoader.open()
                  .loadClass("io.rowcall.core.start.CheckReport")
                  .getMethod("text", String.class)
                  .invoke(null, arguments.length == 2 ? arguments[1] : null);
      System.out.print(text);
      return 0;
    } catch (Exception | LinkageError fault) {
      Throwable cause = fault instanceof InvocationTargetException ? fault.getCause() : fault;
      System.err.println("rowcall: --check failed; this is a bug in Rowcall: " + cause);
      return 3;
    }
  }
}
