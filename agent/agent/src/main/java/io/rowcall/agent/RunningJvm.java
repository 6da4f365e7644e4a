package io.rowcall.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A running JVM that {@code --check <pid>} looks into: its command line, and the state of the agent
 * in it. Through the JDK's attach mechanism, by reflection: Java 8 has it in its {@code tools.jar}
 * only.
 */
final class RunningJvm {
  private static final String MACHINE = "com.sun.tools.attach.VirtualMachine";

  private final String pid;
  private final StringBuilder text = new StringBuilder();
  private final List<String> problems = new ArrayList<String>();

  private RunningJvm(String pid) {
    this.pid = pid;
  }

  /** Describes a JVM; a line that begins with {@code Problem} says what to do. */
  static String describe(String pid, File jar) {
    return new RunningJvm(pid).describe(jar);
  }

  private String describe(File jar) {
    try {
      Class<?> machine = Class.forName(MACHINE);
      Object attached = machine.getMethod("attach", String.class).invoke(null, pid);
      try {
        look(machine, attached, jar);
      } finally {
        machine.getMethod("detach").invoke(attached);
      }
    } catch (ClassNotFoundException noAttach) {
      problems.add(
          "this Java runtime cannot look into other JVMs. Run --check with a JDK 9 or newer, or"
              + " with a runtime that has the module jdk.attach");
    } catch (InvocationTargetException refused) {
      explainRefusal(refused.getCause());
    } catch (ReflectiveOperationException | IOException failed) {
      problems.add(failed.toString());
    }
    for (String problem : problems) {
      text.append("Problem    ").append(problem).append(".\n");
    }
    return text.toString();
  }

  private void look(Class<?> machine, Object attached, File jar)
      throws ReflectiveOperationException, IOException {
    Properties system = (Properties) machine.getMethod("getSystemProperties").invoke(attached);
    Properties agent = (Properties) machine.getMethod("getAgentProperties").invoke(attached);
    String command = agent.getProperty("sun.java.command", "");
    int space = command.indexOf(' ');
    text.append("JVM        ").append(pid).append(", Java ");
    text.append(system.getProperty("java.version")).append(", ");
    text.append(system.getProperty("java.vm.name")).append('\n');
    text.append("Program    ").append(space < 0 ? command : command.substring(0, space));
    text.append('\n');
    AgentArguments arguments =
        AgentArguments.of(agent.getProperty("sun.jvm.args", ""), space < 0 ? "" : command);
    text.append(arguments.line());
    machine
        .getMethod("loadAgent", String.class, String.class)
        .invoke(attached, jar.getPath(), CheckedState.ASK);
    system = (Properties) machine.getMethod("getSystemProperties").invoke(attached);
    String state = system.getProperty(CheckedState.PROPERTY);
    machine
        .getMethod("loadAgent", String.class, String.class)
        .invoke(attached, jar.getPath(), CheckedState.FORGET);
    if (state == null) {
      problems.add("another version of Rowcall is attached, which cannot answer");
    } else if (state.isEmpty()) {
      problems.add("Rowcall is not attached to this JVM");
    } else {
      text.append(state);
    }
    problems.addAll(arguments.problems());
  }

  private void explainRefusal(@Nullable Throwable why) {
    String commandLine = commandLine();
    if (commandLine == null && new File("/proc").exists() && !new File("/proc/" + pid).exists()) {
      problems.add("there is no process " + pid);
    } else if (commandLine != null && commandLine.contains("-XX:+DisableAttachMechanism")) {
      problems.add(
          "the JVM was started with -XX:+DisableAttachMechanism, so nothing can look into it or"
              + " attach to it. -javaagent works nevertheless; look for the line \"rowcall:"
              + " attached\" in its stderr");
    } else {
      problems.add(
          "the JVM does not let anybody look into it ("
              + why
              + "). Run --check as the user of that process, and in its container");
    }
    if (commandLine != null) {
      text.append(AgentArguments.of(commandLine, "").line());
      problems.addAll(AgentArguments.of(commandLine, "").problems());
    }
  }

  /** The command line of the process, on Linux; null if it cannot be read. */
  private @Nullable String commandLine() {
    byte[] bytes = new byte[1 << 16];
    try (InputStream in = new FileInputStream("/proc/" + pid + "/cmdline")) {
      int length = Math.max(in.read(bytes), 0);
      return new String(bytes, 0, length, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException unreadable) {
      return null;
    }
  }
}
