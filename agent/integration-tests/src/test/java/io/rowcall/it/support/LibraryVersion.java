package io.rowcall.it.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Version of a library that the service {@code libraries} runs with: the newest jars are in its
 * folder {@code lib}, older ones that can replace them in {@code older}.
 *
 * @param artifacts the artifacts that an older version replaces; the first one names the library
 */
public record LibraryVersion(List<String> artifacts, boolean older) {
  private static final Path TARGET = ServiceCommand.SERVICES.resolve("libraries/target");

  public static LibraryVersion newest(String... artifacts) {
    return new LibraryVersion(List.of(artifacts), false);
  }

  public static LibraryVersion older(String... artifacts) {
    return new LibraryVersion(List.of(artifacts), true);
  }

  /** The version number of the tested library, read from the name of its jar. */
  public String version() {
    String artifact = artifacts.get(0);
    return jars(older ? "older" : "lib").stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> isArtifact(name, artifact))
        .map(name -> name.substring(artifact.length() + 1, name.length() - ".jar".length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + artifact + " in " + TARGET));
  }

  /**
   * The service's class path: older jars come first, and the jars that they replace are omitted.
   */
  public String classPath() {
    var path = new ArrayList<Path>();
    path.add(TARGET.resolve("libraries.jar"));
    if (older) {
      jars("older").stream().filter(this::isReplaced).forEach(path::add);
    }
    jars("lib").stream().filter(jar -> !older || !isReplaced(jar)).forEach(path::add);
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private boolean isReplaced(Path jar) {
    String name = jar.getFileName().toString();
    return artifacts.stream().anyMatch(artifact -> isArtifact(name, artifact));
  }

  private static boolean isArtifact(String fileName, String artifact) {
    return fileName.startsWith(artifact + "-")
        && Character.isDigit(fileName.charAt(artifact.length() + 1));
  }

  private static List<Path> jars(String folder) {
    try (Stream<Path> files = Files.list(TARGET.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
