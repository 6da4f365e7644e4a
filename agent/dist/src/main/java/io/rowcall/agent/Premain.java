package io.rowcall.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM calls: at its start, on a late attach, or as a program. Whatever goes wrong here
 * costs one line on stderr, and the application starts.
 */
public final class Premain {
  private Premain() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation);
  }

  /** Attaches to a JVM that is running. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation);
  }

  /** {@code java -jar rowcall-agent.jar --check}. */
  public static void main(String[] arguments) {
    System.exit(Check.run(arguments));
  }

  private static void attach(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      if (JdkTool.isRunning()) {
        return;
      }
      if (isAttached()) {
        say(
            "is attached already; this second -javaagent or attach is ignored. Remove one of them.");
        return;
      }
      AgentClassLoader loader = AgentClassLoader.open();
      loader.startAgent(arguments, instrumentation);
    } catch (Throwable error) {
      say("could not start, and the application runs without it: " + error);
    }
  }

  private static boolean isAttached() {
    try {
      Class.forName("java.lang.RowcallHooks", false, null);
      return true;
    } catch (ClassNotFoundException first) {
      return false;
    }
  }

  @SuppressWarnings("SystemOut") // There is no logger yet, and stdout is the application's.
  private static void say(String message) {
    System.err.println("rowcall: " + message);
  }
}
