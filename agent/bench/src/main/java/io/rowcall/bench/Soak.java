package io.rowcall.bench;

import io.rowcall.bench.peers.SoakedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code soak [requests]}: runs {@link SoakedService} with the agent in a JVM of its
 * own, by default an hour's worth at a thousand requests a second, at full speed. Its exit code is
 * 1 when something has grown.
 */
final class Soak {
  private static final String REQUESTS = "3600000";

  private Soak() {}

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
                SoakedService.class.getName(),
                arguments.isEmpty() ? REQUESTS : arguments.get(0))
            .inheritIO()
            .start();
    System.exit(service.waitFor());
  }
}
