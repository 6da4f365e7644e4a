package io.rowcall.gate;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Name that separates the results of several gates of one commit; a code scanner would otherwise
 * replace one by another. It must be the same in every run, or old results stay open forever.
 */
final class RunCategory {
  /** {@code -1.4.2-SNAPSHOT} at the end of a jar's name. */
  private static final Pattern VERSION = Pattern.compile("[-_]v?\\d+\\.\\d.*$");

  /** A name that a build generates for a single run: {@code surefirebooter-20260101120000000_3}. */
  private static final Pattern GENERATED = Pattern.compile(".*\\d{8}.*");

  private static final Pattern FORBIDDEN = Pattern.compile("[^A-Za-z0-9._-]+");

  private RunCategory() {}

  /**
   * The category of a run.
   *
   * @param services names of services, separated by {@code ", "}
   * @return empty if no name, or more than one, is stable
   */
  static String of(String services) {
    List<String> names =
        Stream.of(services.split(", ", -1))
            .filter(name -> !GENERATED.matcher(name).matches())
            .map(name -> normalize(VERSION.matcher(name).replaceFirst("")))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return names.size() == 1 ? names.get(0) : "";
  }

  /** Replaces characters that a category may not contain. */
  static String normalize(String name) {
    return FORBIDDEN.matcher(name.strip()).replaceAll("-");
  }
}
