package io.rowcall.core.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Line of the corpus in one dialect: two texts, whether they are the same statement, and the facts
 * expected of the first one.
 */
record Pair(
    int line,
    Dialect dialect,
    boolean shared,
    String first,
    String other,
    boolean same,
    String expected) {

  /** The corpus. A line for several dialects appears once for each. */
  static List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    List<Dialect> dialects = List.of();
    int number = 0;
    for (String line : lines()) {
      number++;
      if (line.startsWith("[")) {
        dialects = dialects(line.substring(1, line.length() - 1));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        for (Dialect dialect : dialects) {
          pairs.add(parse(number, dialect, dialects.size() > 1, line));
        }
      }
    }
    return pairs;
  }

  private static Pair parse(int number, Dialect dialect, boolean shared, String line) {
    boolean same = line.contains(" ≡ ");
    int middle = line.indexOf(same ? " ≡ " : " ≢ ");
    int end = line.indexOf(" ⟹ ");
    if (middle < 0 || end < middle) {
      throw new IllegalStateException("pairs.txt:" + number + ": expected: text ≡ text ⟹ kind");
    }
    return new Pair(
        number,
        dialect,
        shared,
        text(line.substring(0, middle)),
        text(line.substring(middle + 3, end)),
        same,
        line.substring(end + 3));
  }

  private static String text(String escaped) {
    return escaped.replace('⏎', '\n').replace('␀', '\0');
  }

  private static List<Dialect> dialects(String names) {
    if (names.equals("*")) {
      return List.of(Dialect.values());
    }
    List<Dialect> dialects = new ArrayList<>();
    for (String name : names.split(", ", -1)) {
      dialects.add(Dialect.valueOf(name));
    }
    return dialects;
  }

  private static List<String> lines() {
    try (InputStream in =
        Objects.requireNonNull(Pair.class.getResourceAsStream("/sql/pairs.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "pairs.txt:" + line + " " + dialect;
  }
}
