package io.rowcall.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builder of the command line that starts a service: its JDK, JVM arguments, and the agent. */
public final class ServiceCommand {
  public static final Path AGENT_JAR =
      Path.of(System.getProperty("rowcall.agent.jar")).toAbsolutePath();
  public static final Path SERVICES =
      Path.of(System.getProperty("rowcall.services")).toAbsolutePath();

  private final Path folder;
  private final List<String> agentsBefore = new ArrayList<>();
  private final List<String> jvmArguments = new ArrayList<>();
  private final Map<String, String> agentArguments = new LinkedHashMap<>();
  private Path javaHome = Jdks.current();
  private int agents = 1;
  private List<String> program;

  private ServiceCommand(String service, Path folder) {
    this.folder = folder;
    Path jar = SERVICES.resolve(service + "/target/" + service + ".jar");
    this.program = List.of("-jar", jar.toString());
  }

  /**
   * A service with the packaged agent, in the working directory {@code folder}, which also receives
   * its reports. The thresholds of connection findings are raised, because a first request waits
   * for its connection, and holds it, while classes are loaded.
   */
  public static ServiceCommand of(String service, Path folder) {
    return new ServiceCommand(service, folder)
        .with("service", service)
        .with("connection-held", "1m")
        .with("pool-wait", "1m")
        .with("report.interval", "1s");
  }

  /** Runs the service on the JDK in {@code home}. */
  public ServiceCommand onJdk(Path home) {
    javaHome = home;
    return this;
  }

  /** Sets an argument of the agent. */
  public ServiceCommand with(String key, Object value) {
    agentArguments.put(key, value.toString());
    return this;
  }

  /** Adds a JVM argument. */
  public ServiceCommand jvmArg(String argument) {
    jvmArguments.add(argument);
    return this;
  }

  /** Adds another agent, which starts before this one; after it, with {@link #jvmArg}. */
  public ServiceCommand agentBefore(String argument) {
    agentsBefore.add("-javaagent:" + argument);
    return this;
  }

  /** Runs a main class from a class path instead of the service's jar. */
  public ServiceCommand mainClass(String classPath, String name) {
    program = List.of("-cp", classPath, name);
    return this;
  }

  /** Ends the command line with these arguments instead of {@code -jar} and the service's jar. */
  public ServiceCommand program(String... arguments) {
    program = List.of(arguments);
    return this;
  }

  /** Starts the service without the agent. */
  public ServiceCommand withoutAgent() {
    return withAgents(0);
  }

  /** Passes the agent's jar {@code count} times. */
  public ServiceCommand withAgents(int count) {
    agents = count;
    return this;
  }

  /** Starts the service, and returns once it accepts requests. */
  public ServiceProcess start() throws IOException {
    Files.createDirectories(folder);
    var command = new ArrayList<String>();
    command.add(javaHome.resolve("bin/java").toString());
    String arguments =
        agentArguments.entrySet().stream()
            .map(argument -> argument.getKey() + "=" + argument.getValue())
            .collect(Collectors.joining(","));
    command.addAll(agentsBefore);
    for (int i = 0; i < agents; i++) {
      command.add("-javaagent:" + AGENT_JAR + "=" + arguments);
    }
    command.addAll(jvmArguments);
    command.addAll(program);
    return new ServiceProcess(command, folder);
  }
}
