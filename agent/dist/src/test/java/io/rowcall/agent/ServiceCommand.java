package io.rowcall.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a service: which Java, which properties, which agent with which arguments.
 */
final class ServiceCommand {
  static final Path AGENT_JAR = Path.of(System.getProperty("rowcall.agent.jar")).toAbsolutePath();
  static final Path SERVICES = Path.of(System.getProperty("rowcall.services")).toAbsolutePath();

  private final String service;
  private final Path folder;
  private final List<String> jvmArguments = new ArrayList<>();
  private final List<String> older = new ArrayList<>();
  private final Map<String, String> agentArguments = new LinkedHashMap<>();
  private Path javaHome = Jdks.current();
  private int agents = 1;

  private ServiceCommand(String service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  /**
   * The service {@code service} with the packaged agent, in the working directory {@code folder},
   * where its reports go too. A first request holds its connection while classes are loaded, which
   * is no finding of a test's.
   */
  static ServiceCommand of(String service, Path folder) {
    return new ServiceCommand(service, folder)
        .with("service", service)
        .with("connection-held", "1m")
        .with("report.interval", "1s");
  }

  ServiceCommand on(Path home) {
    javaHome = home;
    return this;
  }

  /** Adds an argument of the agent. */
  ServiceCommand with(String key, Object value) {
    agentArguments.put(key, value.toString());
    return this;
  }

  /** Adds an argument of the JVM. */
  ServiceCommand jvm(String argument) {
    jvmArguments.add(argument);
    return this;
  }

  /** Runs on an older jar in place of the one whose name begins with {@code artifact}. */
  ServiceCommand older(String artifact) {
    older.add(artifact);
    return this;
  }

  ServiceCommand withoutAgent() {
    return withAgents(0);
  }

  /** Names the same jar so many times. */
  ServiceCommand withAgents(int count) {
    agents = count;
    return this;
  }

  /** Starts it, and returns when it serves. */
  ServiceProcess start() throws IOException {
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
    Path target = SERVICES.resolve(service + "/target");
    Path jar = target.resolve(service + ".jar");
    if (older.isEmpty()) {
      command.addAll(List.of("-jar", jar.toString()));
    } else {
      command.addAll(List.of("-cp", classPath(target), mainClass(jar)));
    }
    return new ServiceProcess(command, folder);
  }

  /** The older jars come first, and what they replace is left out. */
  private String classPath(Path target) throws IOException {
    var jars = new ArrayList<Path>();
    for (Path jar : list(target.resolve("older"))) {
      if (isOlder(jar)) {
        jars.add(jar);
      }
    }
    jars.add(target.resolve(service + ".jar"));
    for (Path jar : list(target.resolve("lib"))) {
      if (!isOlder(jar)) {
        jars.add(jar);
      }
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private boolean isOlder(Path jar) {
    String name = jar.getFileName().toString();
    return older.stream().anyMatch(artifact -> name.matches(artifact + "-\\d.*"));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String mainClass(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Main-Class");
    }
  }
}
