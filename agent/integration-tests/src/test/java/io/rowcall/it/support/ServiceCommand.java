package io.rowcall.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line of a service: which Java, which properties, which agent with which arguments.
 */
public final class ServiceCommand {
  public static final Path AGENT_JAR =
      Path.of(System.getProperty("rowcall.agent.jar")).toAbsolutePath();
  public static final Path SERVICES =
      Path.of(System.getProperty("rowcall.services")).toAbsolutePath();

  private final Path folder;
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
   * The service {@code service} with the packaged agent, in the working directory {@code folder},
   * where its reports go too. A first request waits for its connection, and holds it, while classes
   * are loaded, which is no finding of a test's.
   */
  public static ServiceCommand of(String service, Path folder) {
    return new ServiceCommand(service, folder)
        .with("service", service)
        .with("connection-held", "1m")
        .with("pool-wait", "1m")
        .with("report.interval", "1s");
  }

  public ServiceCommand on(Path home) {
    javaHome = home;
    return this;
  }

  /** Adds an argument of the agent. */
  public ServiceCommand with(String key, Object value) {
    agentArguments.put(key, value.toString());
    return this;
  }

  /** Adds an argument of the JVM. */
  public ServiceCommand jvm(String argument) {
    jvmArguments.add(argument);
    return this;
  }

  /** Runs the main class from these jars instead of the service's own. */
  public ServiceCommand from(String jars, String main) {
    program = List.of("-cp", jars, main);
    return this;
  }

  /** Runs this instead of the service's jar: a main class or a jar, and arguments. */
  public ServiceCommand runs(String... mainAndArguments) {
    program = List.of(mainAndArguments);
    return this;
  }

  public ServiceCommand withoutAgent() {
    return withAgents(0);
  }

  /** Names the same jar so many times. */
  public ServiceCommand withAgents(int count) {
    agents = count;
    return this;
  }

  /** Starts it, and returns when it serves. */
  public ServiceProcess start() throws IOException {
    Files.createDirectories(folder);
    var command = new ArrayList<String>();
    command.add(javaHome.resolve("bin/java").toString());
    String arguments =
        agentArguments.entrySet().stream()
            .map(argument -> argument.getKey() + "=" + argument.getValue())
            .collect(Collectors.joining(","));
    for (int i = 0; i < agents; i++) {
      command.add("-javaagent:" + AGENT_JAR + "=" + arguments);
    }
    command.addAll(jvmArguments);
    command.addAll(program);
    return new ServiceProcess(command, folder);
  }
}
