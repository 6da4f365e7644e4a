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
 * Which generation of a library the service of libraries runs on: its newest jars lie in {@code
 * lib}, the older ones that can take their place in {@code older}.
 *
 * @param artifacts what is replaced by an older version, when that is wanted; the first one names
 *     the library
 */
public record Versions(List<String> artifacts, boolean older) {
  private static final Path TARGET = ServiceCommand.SERVICES.resolve("libraries/target");

  public static Versions newest(String... artifacts) {
    return new Versions(List.of(artifacts), false);
  }

  public static Versions older(String... artifacts) {
    return new Versions(List.of(artifacts), true);
  }

  /** The version that is tested. */
  public String tested() {
    String artifact = artifacts.get(0);
    return jars(older ? "older" : "lib").stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> isOf(name, artifact))
        .map(name -> name.substring(artifact.length() + 1, name.length() - ".jar".length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + artifact + " in " + TARGET));
  }

  /** The older jars come first, and what they replace is left out. */
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
    return artifacts.stream().anyMatch(artifact -> isOf(name, artifact));
  }

  private static boolean isOf(String fileName, String artifact) {
    return fileName.startsWith(artifact + "-")
        && Character.isDigit(fileName.charAt(artifact.length() + 1));
  }

  private static List<Path> jars(String folder) {
    try (Stream<Path> files = Files.list(TARGET.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
