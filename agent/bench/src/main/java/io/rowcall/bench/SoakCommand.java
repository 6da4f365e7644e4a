package io.rowcall.bench;

import io.rowcall.bench.peers.SoakServletService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code soak [requests]}: runs {@link SoakServletService} with the agent in a JVM of
 * its own, at full speed, by default for as many requests as an hour has at a thousand per second.
 * Exits with 1 if memory has grown.
 */
final class SoakCommand {
  private static final String REQUESTS = "3600000";

  private SoakCommand() {}

  static void run(Path agent, List<String> arguments) throws IOException, InterruptedException {
    Path reports = Files.createTempDirectory("rowcall-soak");
    Process service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + agent + "=report.dir=" + reports,
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                SoakServletService.class.getName(),
                arguments.isEmpty() ? REQUESTS : arguments.get(0))
            .inheritIO()
            .start();
    System.exit(service.waitFor());
  }
}
