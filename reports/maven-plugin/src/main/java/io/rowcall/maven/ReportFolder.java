package io.rowcall.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;

/** The folder that test JVMs write their reports to. */
final class ReportFolder {
  private static final String CLEARED = "io.rowcall.cleared";

  private ReportFolder() {}

  /**
   * Deletes the reports of earlier builds, which may contain problems that are fixed by now. Once
   * per build, because several executions and modules may share a folder.
   */
  static void clearOnce(MavenSession session, Path folder) throws MojoExecutionException {
    Map<String, Object> data = session.getRequest().getData();
    synchronized (data) {
      Set<Object> cleared = new HashSet<>();
      if (data.get(CLEARED) instanceof Set<?> previous) {
        cleared.addAll(previous);
      }
      if (!cleared.add(folder.toAbsolutePath().normalize().toString())) {
        return;
      }
      data.put(CLEARED, cleared);
    }
    try {
      for (Path report : reports(folder)) {
        Files.delete(report);
      }
    } catch (IOException failure) {
      throw new MojoExecutionException(
          "cannot delete the reports of an earlier build: " + failure, failure);
    }
  }

  /** The reports in a folder; empty if it does not exist. */
  static List<Path> reports(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(ReportFolder::isReport).sorted().toList();
    }
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("rowcall-") && name.endsWith(".json");
  }
}
