package io.rowcall.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM calls: at its start, on a late attach, or as a program. Whatever goes wrong here
 * costs one line on stderr, and the application starts.
 */
public final class Premain {
  private static @Nullable Runnable starter;

  private Premain() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, false);
  }

  /** Attaches to a JVM that is running. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, true);
  }

  /** {@code java -jar rowcall-agent.jar --check}. */
  public static void main(String[] arguments) {
    System.exit(Check.run(arguments));
  }

  private static synchronized void attach(
      @Nullable String arguments, Instrumentation instrumentation, boolean running) {
    try {
      if (JdkTool.isRunning()) {
        return;
      }
      if (starter != null) {
        say(
            "is attached already; this second -javaagent or attach is ignored. Remove one of them.");
        return;
      }
      starter = AgentClassLoader.open().startAgent(arguments, instrumentation, running);
    } catch (Throwable error) {
      say("could not start, and the application runs without it: " + error);
    }
  }

  @SuppressWarnings("SystemOut") // There is no logger yet, and stdout is the application's.
  private static void say(String message) {
    System.err.println("rowcall: " + message);
  }
}
