package io.rowcall.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM calls: at its start, on a late attach, or as a program. Whatever goes wrong here
 * costs one line on stderr, and the application starts.
 */
public final class Premain {
  private static @Nullable Runnable starter;
  private static @Nullable AgentClassLoader loader;

  private Premain() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, false);
  }

  /** Attaches to a JVM that is running. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, true);
  }

  /** Whether the agent is attached to this JVM, switched off or not. */
  public static synchronized boolean isAttached() {
    return starter != null;
  }

  /**
   * Where a test becomes a request, for test frameworks, which find this class through the system
   * class loader: the function begins a request of the given name on the calling thread, a part of
   * what goes on there or one of its own, and gives what ends it there and tells its figures, in
   * types of the JDK alone. What they are called, {@code io.rowcall.core.start.Recordings} says.
   *
   * @return null when the agent is not attached, is switched off or could not start
   */
  public static synchronized @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>>
      tests() throws Exception {
    if (starter == null || loader == null) {
      return null;
    }
    starter.run();
    return loader.tests();
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
      AgentClassLoader opened = AgentClassLoader.open();
      starter = opened.startAgent(arguments, instrumentation, running);
      loader = opened;
    } catch (Throwable error) {
      say("could not start, and the application runs without it: " + error);
    }
  }

  @SuppressWarnings("SystemOut") // There is no logger yet, and stdout is the application's.
  private static void say(String message) {
    System.err.println("rowcall: " + message.replaceAll("\\p{C}|\\p{Zl}|\\p{Zp}", " "));
  }
}
