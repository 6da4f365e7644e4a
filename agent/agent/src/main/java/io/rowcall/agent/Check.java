package io.rowcall.agent;

import java.lang.reflect.InvocationTargetException;

/** {@code --check}: says what the agent would do here, without attaching to anything. */
final class Check {
  private static final String USAGE =
      "Rowcall finds the call that a service makes for every row.\n"
          + "\n"
          + "  java -javaagent:rowcall-agent.jar[=key=value,...] -jar your-service.jar\n"
          + "      attaches it; the report lies in rowcall-reports/ after the first requests\n"
          + "  java -jar rowcall-agent.jar --check [key=value,...]\n"
          + "      says on which Java it runs, what it would weave, and its configuration\n";

  private Check() {}

  /**
   * @return the exit code: 0, or 2 when the arguments are not understood, or 3 for a fault of
   *     Rowcall
   */
  @SuppressWarnings("SystemOut") // A program's results belong on stdout.
  static int run(String[] arguments) {
    if (arguments.length == 0 || arguments[0].equals("--help")) {
      System.out.print(USAGE);
      return 0;
    }
    if (!arguments[0].equals("--check") || arguments.length > 2) {
      System.err.print("rowcall: expected --check [key=value,...], found something else\n" + USAGE);
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
      System.err.println("rowcall: --check failed, which is a fault of Rowcall: " + cause);
      return 3;
    }
  }
}
