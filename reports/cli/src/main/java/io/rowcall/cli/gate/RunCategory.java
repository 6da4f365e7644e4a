package io.rowcall.cli.gate;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the results of several gates of one commit apart, which a code scanner would take for one
 * another's. It must stay from run to run, or old results stay open for ever.
 */
final class RunCategory {
  /** {@code -1.4.2-SNAPSHOT} at the end of a jar's name. */
  private static final Pattern VERSION = Pattern.compile("[-_]v?\\d+\\.\\d.*$");

  /** What a build makes up for a single run, such as {@code surefirebooter-20260101120000000_3}. */
  private static final Pattern MADE_UP = Pattern.compile(".*\\d{8}.*");

  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9._-]+");

  private RunCategory() {}

  /** Of the services that reports name; empty when there is none, or no single one. */
  static String of(String services) {
    List<String> names =
        Stream.of(services.split(", ", -1))
            .filter(name -> !MADE_UP.matcher(name).matches())
            .map(name -> NO_NAME.matcher(VERSION.matcher(name).replaceFirst("")).replaceAll("-"))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return names.size() == 1 ? names.get(0) : "";
  }

  /** A name that people have given. */
  static String named(String name) {
    return NO_NAME.matcher(name.strip()).replaceAll("-");
  }
}
