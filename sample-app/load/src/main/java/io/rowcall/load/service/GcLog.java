package io.rowcall.load.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Garbage collections of a JVM, read from its {@code -Xlog:gc}: heap before and after each. */
public final class GcLog {

  private static final Pattern SIZES = Pattern.compile("\\b(\\d+)([KMG])->(\\d+)([KMG])\\(");

  private final List<Collection> collections;

  private GcLog(List<Collection> collections) {
    this.collections = collections;
  }

  private record Collection(long bytesBefore, long bytesAfter) {}

  /** Reads the log so far; a missing file counts as empty. */
  public static GcLog read(Path file) throws IOException {
    List<Collection> collections = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        Matcher sizes = SIZES.matcher(line);
        if (sizes.find()) {
          collections.add(
              new Collection(
                  bytes(sizes.group(1), sizes.group(2)), bytes(sizes.group(3), sizes.group(4))));
        }
      }
    }
    return new GcLog(collections);
  }

  /** Returns the collections after an earlier reading of the same log. */
  public GcLog since(GcLog earlier) {
    return new GcLog(collections.subList(earlier.collections.size(), collections.size()));
  }

  /**
   * Returns the bytes allocated between the first and the last collection; empty with fewer than
   * two.
   */
  public OptionalDouble allocatedBytes() {
    if (collections.size() < 2) {
      return OptionalDouble.empty();
    }
    double bytes = 0;
    for (int i = 1; i < collections.size(); i++) {
      bytes += collections.get(i).bytesBefore - collections.get(i - 1).bytesAfter;
    }
    return OptionalDouble.of(bytes);
  }

  /** Returns the largest heap after a collection; empty without one. */
  public OptionalDouble highestBytesAfter() {
    return collections.stream().mapToDouble(Collection::bytesAfter).max();
  }

  /** Returns the same per half of the collections; empty with fewer than four. */
  public List<Double> highestBytesAfterByHalf() {
    int half = collections.size() / 2;
    if (half < 2) {
      return List.of();
    }
    return List.of(
        new GcLog(collections.subList(0, half)).highestBytesAfter().orElseThrow(),
        new GcLog(collections.subList(half, collections.size())).highestBytesAfter().orElseThrow());
  }

  private static long bytes(String number, String unit) {
    long factor =
        switch (unit) {
          case "K" -> 1L << 10;
          case "M" -> 1L << 20;
          default -> 1L << 30;
        };
    return factor * Long.parseLong(number);
  }
}
