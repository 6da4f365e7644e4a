package io.rowcall.bench.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Downloads the jars of peers with the installed Maven, once. */
final class Downloads {
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

  private final Path folder;

  Downloads(Path folder) {
    this.folder = folder;
  }

  /**
   * The jar with these coordinates, in its own directory, because some agents write next to their
   * jar.
   *
   * @throws IOException with Maven's output, if the download fails
   */
  Path jar(String coordinates) throws IOException, InterruptedException {
    String[] parts = coordinates.split(":");
    Path own = folder.resolve(parts[1]);
    Path jar = own.resolve(parts[1] + "-" + parts[2] + ".jar");
    if (!Files.exists(jar)) {
      Files.createDirectories(own);
      Process maven =
          new ProcessBuilder(
                  List.of(
                      "mvn",
                      "-q",
                      "-B",
                      "-ntp",
                      COPY,
                      "-Dartifact=" + coordinates,
                      "-DoutputDirectory=" + own.toAbsolutePath()))
              .redirectErrorStream(true)
              .start();
      String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (maven.waitFor() != 0 || !Files.exists(jar)) {
        throw new IOException("Maven could not download " + coordinates + ": " + output.strip());
      }
    }
    return jar;
  }
}
