package io.rowcall.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the agent: {@code -javaagent}, and dynamic attach. A failure prints one line on
 * stderr, and the application starts without the agent.
 */
public final class Premain {
  private static @Nullable Runnable activation;
  private static @Nullable AgentClassLoader loader;

  private Premain() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, false);
  }

  /** Attaches to a running JVM, or tells {@code --check} the state of the agent in it. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    if (arguments != null && arguments.startsWith(CheckedState.PREFIX)) {
      CheckedState.answer(arguments, activation());
      return;
    }
    attach(arguments, instrumentation, true);
  }

  private static synchronized @Nullable Runnable activation() {
    return activation;
  }

  /** Whether the agent is attached to this JVM, even if disabled. */
  public static synchronized boolean isAttached() {
    return activation != null;
  }

  /**
   * Entry point for test frameworks, which find this class through the system class loader. Uses
   * types of the JDK only. {@code io.rowcall.core.start.Recordings} documents the function.
   *
   * @return null if the agent is not attached, is disabled or failed to start
   */
  public static synchronized @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>>
      tests() throws Exception {
    if (activation == null || loader == null) {
      return null;
    }
    activation.run();
    return loader.tests();
  }

  private static synchronized void attach(
      @Nullable String arguments, Instrumentation instrumentation, boolean running) {
    try {
      if (JdkTool.isRunning()) {
        return;
      }
      if (activation != null) {
        print("already attached. Ignoring this second -javaagent or attach; remove one of them.");
        return;
      }
      AgentClassLoader opened = AgentClassLoader.open();
      activation = opened.install(arguments, instrumentation, running);
      loader = opened;
    } catch (SecurityException denied) {
      print(
          "failed to start; the application runs without it: "
              + denied
              + ". Grant java.security.AllPermission to the agent's jar.");
    } catch (Throwable error) {
      print("failed to start; the application runs without it: " + error);
    }
  }

  @SuppressWarnings("SystemOut") // There is no logger yet, and stdout belongs to the application.
  private static void print(String message) {
    System.err.println("rowcall: " + message.replaceAll("\\p{C}|\\p{Zl}|\\p{Zp}", " "));
  }
}
