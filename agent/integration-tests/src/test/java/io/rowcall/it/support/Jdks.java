package io.rowcall.it.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** JDKs that run the services, each as the path of its home. */
public final class Jdks {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private static final List<String> VIRTUAL_THREADS = List.of("21", "24", "26");

  private Jdks() {}

  /** The JDK that runs the tests. */
  public static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /**
   * A JDK 25: {@code -Drowcall.jdk25}, {@code JAVA_HOME_25}, or one in Debian's folder of JDKs.
   *
   * @throws TestAbortedException if none is installed, which skips the test with a reason
   */
  public static Path java25() {
    return Stream.of(System.getProperty("rowcall.jdk25"), System.getenv("JAVA_HOME_25"))
        .filter(home -> home != null && !home.isEmpty())
        .map(Path::of)
        .findFirst()
        .or(() -> installed("25"))
        .orElseThrow(
            () -> new TestAbortedException("no JDK 25: set -Drowcall.jdk25 or JAVA_HOME_25"));
  }

  /** The homes listed in {@code -Drowcall.jdks}, separated like a class path. */
  public static Stream<Path> additional() {
    String homes = System.getProperty("rowcall.jdks", "");
    return Stream.of(homes.split(File.pathSeparator)).filter(home -> !home.isEmpty()).map(Path::of);
  }

  /** JDKs with virtual threads: JDK 25, and those listed in {@code -Drowcall.jdks}. */
  public static Stream<Path> withVirtualThreads() {
    Stream<Path> listed =
        additional()
            .filter(home -> VIRTUAL_THREADS.stream().anyMatch(feature -> isJdk(home, feature)));
    return Stream.concat(Stream.of(java25()), listed);
  }

  private static Optional<Path> installed(String feature) {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes.filter(home -> isJdk(home, feature)).sorted().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJdk(Path home, String feature) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return false;
    }
    try {
      return Files.readString(release).contains("JAVA_VERSION=\"" + feature);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
