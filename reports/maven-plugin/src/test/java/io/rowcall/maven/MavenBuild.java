package io.rowcall.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Copies a project of src/it and builds it with Maven. The plug-in under test comes from a
 * repository below target, everything else from the local repository of Rowcall's build, or from
 * Central.
 */
final class MavenBuild {
  private final Path folder;
  private final Path maven;

  private MavenBuild(Path folder, Path maven) {
    this.folder = folder;
    this.maven = maven;
  }

  static MavenBuild of(String project, Path folder) throws IOException {
    Path source = setting("projects").resolve(project);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Files.writeString(folder.resolve("downloads.xml"), settings());
    return new MavenBuild(folder, setting("maven"));
  }

  MavenBuild withNewestMaven() {
    return new MavenBuild(folder, setting("newest-maven"));
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add(maven.resolve("bin/mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-gs", folder.resolve("downloads.xml").toString()));
    command.add("-Dmaven.repo.local=" + setting("repository"));
    for (String version : System.getProperty("rowcall.test.versions", "").split(" ", -1)) {
      command.add("-Dit." + version);
    }
    command.addAll(List.of(arguments));
    Path output = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto");
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("MAVEN_") && !name.equals("MAVEN_OPTS"));
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the build did not finish in time");
    } finally {
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private static Path setting(String name) {
    return Path.of(System.getProperty("rowcall.test." + name, ""));
  }

  private static String settings() {
    String repository =
        """
        <id>downloads</id>
        <url>%s</url>
        <releases><checksumPolicy>ignore</checksumPolicy></releases>
        <snapshots><enabled>false</enabled></snapshots>
        """
            .formatted(setting("downloads").toUri());
    return """
    <settings>
      <profiles>
        <profile>
          <id>downloads</id>
          <repositories><repository>%s</repository></repositories>
          <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
        </profile>
      </profiles>
      <activeProfiles><activeProfile>downloads</activeProfile></activeProfiles>
    </settings>
    """
        .formatted(repository, repository);
  }

  /** Exit code and output of a build. */
  record Result(int exitCode, String text) {
    Result passed() {
      assertEquals(0, exitCode, text);
      return this;
    }

    Result failed() {
      assertEquals(1, exitCode, text);
      return this;
    }

    Result printed(String line) {
      assertTrue(text.contains(line), () -> "expected: " + line + "\n" + text);
      return this;
    }
  }
}
