package io.rowcall.junit;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/**
 * Bridge to the agent: finds it in this JVM or attaches it, and starts recordings through its entry
 * class. Only JDK types cross the bridge, because agent and tests have different class loaders.
 * Thread-safe.
 */
final class AgentBridge {
  private static final String ENTRY_CLASS = "io.rowcall.agent.Premain";
  private static final String AGENT_JAR = "rowcall.junit.agent";

  private static @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>> recorder;
  private static @Nullable IllegalStateException failure;

  private AgentBridge() {}

  /**
   * Starts a recording on this thread.
   *
   * @param nested whether its queries also count for the enclosing test
   * @return null if Rowcall is disabled
   */
  static @Nullable Recording start(String name, boolean nested) {
    if (isDisabled()) {
      return null;
    }
    return new Recording(recorder().apply(name, nested));
  }

  /** Attaches the agent if necessary. Early, so that it sees as many classes as possible. */
  static void attach() {
    if (!isDisabled()) {
      recorder();
    }
  }

  private static boolean isDisabled() {
    return "false".equals(setting("rowcall.enabled", "ROWCALL_ENABLED"));
  }

  private static @Nullable String setting(String property, String variable) {
    String value = System.getProperty(property);
    return value == null ? System.getenv(variable) : value;
  }

  private static synchronized BiFunction<String, Boolean, Callable<Map<String, Object>>>
      recorder() {
    if (failure != null) {
      throw failure;
    }
    if (recorder == null) {
      try {
        recorder = findRecorder();
      } catch (IllegalStateException unavailable) {
        failure = unavailable;
        throw unavailable;
      }
    }
    return recorder;
  }

  private static BiFunction<String, Boolean, Callable<Map<String, Object>>> findRecorder() {
    if (!isAttached()) {
      File jar = agentJar();
      try {
        ByteBuddyAgent.attach(jar, Long.toString(ProcessHandle.current().pid()), arguments());
      } catch (RuntimeException | LinkageError failed) {
        throw new IllegalStateException(
            "Cannot attach an agent to this JVM ("
                + failed.getMessage()
                + "). Start it with -javaagent:"
                + jar,
            failed);
      }
    }
    var found = recorderOfAgent();
    if (found == null) {
      throw new IllegalStateException(
          "The Rowcall agent is attached, but disabled or failed to start: see stderr");
    }
    return found;
  }

  /** Reports are for services and builds: tests write none unless a folder is set. */
  private static String arguments() {
    return setting("rowcall.report.dir", "ROWCALL_REPORT_DIR") == null
        ? "quiet=true,report.dir="
        : "quiet=true";
  }

  private static boolean isAttached() {
    try {
      Object attached = entryClass().getMethod("isAttached").invoke(null);
      return Boolean.TRUE.equals(attached);
    } catch (ReflectiveOperationException notAttached) {
      return false;
    }
  }

  @SuppressWarnings("unchecked") // Declared type of the agent's method.
  private static @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>>
      recorderOfAgent() {
    try {
      return (BiFunction<String, Boolean, Callable<Map<String, Object>>>)
          entryClass().getMethod("tests").invoke(null);
    } catch (ReflectiveOperationException incompatible) {
      throw new IllegalStateException(
          "The attached agent is not compatible with this version of rowcall-junit", incompatible);
    }
  }

  /** The system class loader has the agent, whichever loader has this class. */
  private static Class<?> entryClass() throws ClassNotFoundException {
    return Class.forName(ENTRY_CLASS, true, ClassLoader.getSystemClassLoader());
  }

  private static File agentJar() {
    String configured = System.getProperty(AGENT_JAR);
    if (configured != null) {
      File file = new File(configured);
      if (!file.isFile()) {
        throw new IllegalStateException("-D" + AGENT_JAR + "=" + configured + ": no such file");
      }
      return file;
    }
    URL resource = AgentBridge.class.getResource("/" + ENTRY_CLASS.replace('.', '/') + ".class");
    String location = resource == null ? "no entry of the class path" : resource.toString();
    if (location.startsWith("jar:file:")) {
      try {
        return new File(new URI(location.substring("jar:".length(), location.indexOf("!/"))));
      } catch (URISyntaxException | IllegalArgumentException notFile) {
        throw agentNotFound(location);
      }
    }
    throw agentNotFound(location);
  }

  private static IllegalStateException agentNotFound(String location) {
    return new IllegalStateException(
        "Expected rowcall-agent.jar on the class path, found the agent in "
            + location
            + ". Set its path with -D"
            + AGENT_JAR
            + "=<path>, or start the JVM with -javaagent:<path>");
  }
}
