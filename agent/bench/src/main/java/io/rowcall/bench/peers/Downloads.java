package io.rowcall.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Downloads the agents of peers with the installed Maven, once. */
final class Downloads {
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

  private final Path folder;

  Downloads(Path folder) {
    this.folder = folder;
  }

  /**
   * The agent's jar, in a directory of its own, because some agents write next to their jar.
   *
   * @throws IOException with Maven's output, if the download fails
   */
  Path jar(Artifact artifact) throws IOException, InterruptedException {
    Path own = folder.resolve(artifact.name());
    Path file = own.resolve(artifact.fileName());
    if (!Files.exists(file)) {
      Files.createDirectories(own);
      copy(artifact.coordinates(), own);
    }
    if (!artifact.isZip()) {
      return file;
    }
    Path jar = own.resolve(artifact.jar());
    if (!Files.exists(jar)) {
      unzip(file, own);
    }
    return jar;
  }

  private static void copy(String coordinates, Path own) throws IOException, InterruptedException {
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
    if (maven.waitFor() != 0) {
      throw new IOException("Maven could not download " + coordinates + ": " + output.strip());
    }
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        var entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException("entry outside of " + zip + ": " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(entries, path);
        }
      }
    }
  }
}
