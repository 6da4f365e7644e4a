package io.rowcall.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The agents on a command line, and the mistakes in how they are given. */
final class AgentArguments {
  private static final String JAVA_AGENT = "-javaagent:";
  private static final String OWN_JAR = "rowcall-agent";
  private static final String COMMANDS_JAR = "rowcall.jar";

  private final List<String> agents = new ArrayList<String>();
  private final List<String> problems = new ArrayList<String>();

  private AgentArguments() {}

  /**
   * Reads a command line.
   *
   * @param jvmArguments arguments of the JVM
   * @param program main class or jar, and its arguments; may be empty
   */
  static AgentArguments of(String jvmArguments, String program) {
    AgentArguments arguments = new AgentArguments();
    int own = 0;
    for (String argument : jvmArguments.split(" ", -1)) {
      if (!argument.startsWith(JAVA_AGENT)) {
        continue;
      }
      String name = jarName(argument);
      arguments.agents.add(name);
      own += name.startsWith(OWN_JAR) ? 1 : 0;
      if (name.equals(COMMANDS_JAR)) {
        arguments.problems.add(
            COMMANDS_JAR + " has the commands, not the agent: -javaagent:rowcall-agent.jar");
      }
    }
    if (own > 1) {
      arguments.problems.add("Rowcall is given " + own + " times; only the first counts");
    }
    for (String argument : program.split(" ", -1)) {
      if (argument.startsWith(JAVA_AGENT)) {
        arguments.problems.add(
            JAVA_AGENT
                + jarName(argument)
                + " stands behind the program, which receives it as an argument; it belongs in"
                + " front of -jar or the main class");
      }
    }
    return arguments;
  }

  /** Without the agent's arguments, which may be secret. */
  private static String jarName(String argument) {
    int end = argument.indexOf('=');
    return new File(argument.substring(JAVA_AGENT.length(), end < 0 ? argument.length() : end))
        .getName();
  }

  /** The agents, in their order. */
  String line() {
    return agents.isEmpty() ? "" : "Agents     " + String.join(", ", agents) + "\n";
  }

  List<String> problems() {
    return problems;
  }
}
