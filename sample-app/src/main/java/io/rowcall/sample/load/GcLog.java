package io.rowcall.sample.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The collections of a JVM, as its {@code -Xlog:gc} wrote them: the heap before and after each. */
final class GcLog {

  private static final Pattern SIZES = Pattern.compile("\\b(\\d+)([KMG])->(\\d+)([KMG])\\(");

  private final List<Collection> collections;

  private GcLog(List<Collection> collections) {
    this.collections = collections;
  }

  private record Collection(long bytesBefore, long bytesAfter) {}

  /** Reads what is there so far; a file that is not there holds nothing. */
  static GcLog read(Path file) throws IOException {
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

  /** What came after an earlier reading of the same log. */
  GcLog since(GcLog earlier) {
    return new GcLog(collections.subList(earlier.collections.size(), collections.size()));
  }

  /** What was allocated between the first and the last collection; empty with fewer than two. */
  OptionalDouble allocatedBytes() {
    if (collections.size() < 2) {
      return OptionalDouble.empty();
    }
    double bytes = 0;
    for (int i = 1; i < collections.size(); i++) {
      bytes += collections.get(i).bytesBefore - collections.get(i - 1).bytesAfter;
    }
    return OptionalDouble.of(bytes);
  }

  /** The most that a collection left behind; empty without one. */
  OptionalDouble highestBytesAfter() {
    return collections.stream().mapToDouble(Collection::bytesAfter).max();
  }

  /**
   * The same for the first and for the second half of the collections; empty with fewer than four.
   */
  List<Double> highestBytesAfterByHalf() {
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
