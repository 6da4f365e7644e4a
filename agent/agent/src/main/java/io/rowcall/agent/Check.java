package io.rowcall.agent;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

/**
 * The {@code --check} command: prints what the agent would do in a JVM like this one, or what it
 * does in a running one. It needs no class of {@code java.lang.instrument}, which a runtime image
 * may lack.
 */
public final class Check {
  private static final String USAGE =
      "Rowcall counts the database calls of each request and finds N+1 queries.\n"
          + "\n"
          + "  java -javaagent:rowcall-agent.jar[=key=value,...] -jar your-service.jar\n"
          + "      attaches the agent; after the first requests, the report is in"
          + " rowcall-reports/\n"
          + "  java -jar rowcall-agent.jar --check [key=value,...]\n"
          + "      prints the Java version, the instrumented libraries and the configuration\n"
          + "  java -jar rowcall-agent.jar --check <pid>\n"
          + "      prints what the agent does in a running JVM, and what is wrong with its setup\n"
          + "\n"
          + "Exit codes: 0 no problem, 1 a problem, 2 invalid usage, 3 an internal error.\n";

  private Check() {}

  /** {@code java -jar rowcall-agent.jar --check}. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs the command.
   *
   * @return the exit code: 0, or 1 for a problem of a running JVM, or 2 for invalid arguments, or 3
   *     for a bug in Rowcall
   */
  @SuppressWarnings("SystemOut") // Results go to stdout.
  private static int run(String[] arguments) {
    if (arguments.length == 0 || arguments[0].equals("--help")) {
      System.out.print(USAGE);
      return 0;
    }
    if (!arguments[0].equals("--check") || arguments.length > 2) {
      System.err.print(
          "rowcall: expected --check [<pid> or key=value,...]; the commands show, html, gate and"
              + " others are in rowcall.jar\n"
              + USAGE);
      return 2;
    }
    try {
      if (arguments.length == 2 && arguments[1].matches("\\d+")) {
        return running(arguments[1]);
      }
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

  @SuppressWarnings("SystemOut") // Results go to stdout.
  private static int running(String pid) throws URISyntaxException {
    URL jar = Check.class.getProtectionDomain().getCodeSource().getLocation();
    String text = RunningJvm.describe(pid, new File(new URI(jar.toString())));
    System.out.print(text);
    return text.contains("Problem") ? 1 : 0;
  }
}
