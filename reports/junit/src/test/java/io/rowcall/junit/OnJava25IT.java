package io.rowcall.junit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Tests on Java 25, if it is installed; the extension attaches the agent. */
@Tag("compat")
final class OnJava25IT extends ExtensionContract {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  @Override
  Fork fork(Path folder) throws IOException {
    List<Path> homes = homes();
    assumeTrue(!homes.isEmpty(), "no JDK 25: set -Drowcall.jdk25 or JAVA_HOME_25");
    return new Fork(folder, "ours").java(homes.get(0)).jvm("-XX:+EnableDynamicAgentLoading");
  }

  private static List<Path> homes() throws IOException {
    List<Path> named =
        Stream.of(System.getProperty("rowcall.jdk25", ""), System.getenv("JAVA_HOME_25"))
            .filter(home -> home != null && !home.isEmpty())
            .map(Path::of)
            .toList();
    if (!named.isEmpty() || !Files.isDirectory(INSTALLED)) {
      return named;
    }
    try (Stream<Path> installed = Files.list(INSTALLED)) {
      return installed.filter(OnJava25IT::isJava25).sorted().toList();
    }
  }

  private static boolean isJava25(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"25");
    } catch (IOException unreadable) {
      return false;
    }
  }
}
