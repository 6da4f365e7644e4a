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
 * The one bridge to Rowcall's agent: finds it in this JVM, or attaches it, and asks its entry for
 * where a test becomes a request. Only types of the JDK cross it. Any thread.
 */
final class AgentBridge {
  private static final String ENTRY = "io.rowcall.agent.Premain";
  private static final String JAR = "rowcall.junit.agent";

  private static @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>> tests;
  private static @Nullable IllegalStateException failure;

  private AgentBridge() {}

  /**
   * Begins a request on this thread.
   *
   * @param part whether it counts for the test around it as well
   * @return null when Rowcall is switched off
   */
  static @Nullable Recording begin(String name, boolean part) {
    if (isSwitchedOff()) {
      return null;
    }
    return new Recording(tests().apply(name, part));
  }

  /** Attaches the agent now, if it is not there, so that it sees as many classes as it can. */
  static void attach() {
    if (!isSwitchedOff()) {
      tests();
    }
  }

  private static boolean isSwitchedOff() {
    return "false".equals(setting("rowcall.enabled", "ROWCALL_ENABLED"));
  }

  private static @Nullable String setting(String property, String variable) {
    String set = System.getProperty(property);
    return set == null ? System.getenv(variable) : set;
  }

  private static synchronized BiFunction<String, Boolean, Callable<Map<String, Object>>> tests() {
    if (failure != null) {
      throw failure;
    }
    if (tests == null) {
      try {
        tests = find();
      } catch (IllegalStateException once) {
        failure = once;
        throw once;
      }
    }
    return tests;
  }

  private static BiFunction<String, Boolean, Callable<Map<String, Object>>> find() {
    if (!isAttached()) {
      File jar = jar();
      try {
        ByteBuddyAgent.attach(jar, Long.toString(ProcessHandle.current().pid()), arguments());
      } catch (RuntimeException | LinkageError refused) {
        throw new IllegalStateException(
            "This JVM lets no agent be attached ("
                + refused.getMessage()
                + "). Start it with -javaagent:"
                + jar,
            refused);
      }
    }
    var found = ofEntry();
    if (found == null) {
      throw new IllegalStateException(
          "Rowcall's agent is attached, but switched off or not able to start: stderr tells why");
    }
    return found;
  }

  /** The agent's own report is for services and builds: without a folder, tests leave none. */
  private static String arguments() {
    return setting("rowcall.report.dir", "ROWCALL_REPORT_DIR") == null
        ? "quiet=true,report.dir="
        : "quiet=true";
  }

  private static boolean isAttached() {
    try {
      Object attached = entry().getMethod("isAttached").invoke(null);
      return Boolean.TRUE.equals(attached);
    } catch (ReflectiveOperationException notThere) {
      return false;
    }
  }

  @SuppressWarnings("unchecked") // As the agent's entry declares it.
  private static @Nullable BiFunction<String, Boolean, Callable<Map<String, Object>>> ofEntry() {
    try {
      return (BiFunction<String, Boolean, Callable<Map<String, Object>>>)
          entry().getMethod("tests").invoke(null);
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException(
          "The agent that is attached is none that this version of rowcall-junit knows", other);
    }
  }

  /** The system's loader has the agent, whoever has loaded this class. */
  private static Class<?> entry() throws ClassNotFoundException {
    return Class.forName(ENTRY, true, ClassLoader.getSystemClassLoader());
  }

  private static File jar() {
    String named = System.getProperty(JAR);
    if (named != null) {
      File file = new File(named);
      if (!file.isFile()) {
        throw new IllegalStateException("-D" + JAR + "=" + named + ": there is no such file");
      }
      return file;
    }
    URL entry = AgentBridge.class.getResource("/" + ENTRY.replace('.', '/') + ".class");
    String at = entry == null ? "no place of the class path" : entry.toString();
    if (at.startsWith("jar:file:")) {
      try {
        return new File(new URI(at.substring("jar:".length(), at.indexOf("!/"))));
      } catch (URISyntaxException | IllegalArgumentException noFile) {
        throw unfound(at);
      }
    }
    throw unfound(at);
  }

  private static IllegalStateException unfound(String at) {
    return new IllegalStateException(
        "Expected rowcall-agent.jar on the class path, found its entry in "
            + at
            + ". Name the jar with -D"
            + JAR
            + "=<path>, or start the JVM with -javaagent:<path>");
  }
}
