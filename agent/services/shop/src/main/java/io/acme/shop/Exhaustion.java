package io.acme.shop;

import java.util.ArrayList;
import java.util.List;

/** Fills the heap until nothing is left of it, and frees it again. */
final class Exhaustion {
  private static final int SMALLEST = 16;

  private Exhaustion() {}

  /** Keeps the heap full for so many milliseconds. */
  static String of(int millis) {
    List<byte[]> kept = new ArrayList<>(1 << 16);
    long end = System.nanoTime() + millis * 1_000_000L;
    int errors = 0;
    while (System.nanoTime() < end) {
      errors += fill(kept);
      Thread.yield();
    }
    kept.clear();
    return "out of memory " + errors + " times\n";
  }

  private static int fill(List<byte[]> kept) {
    int errors = 0;
    for (int bytes = 1 << 20; bytes >= SMALLEST; bytes /= 2) {
      try {
        while (kept.size() < 1 << 16) {
          kept.add(new byte[bytes]);
        }
      } catch (OutOfMemoryError full) {
        errors++;
      }
    }
    return errors;
  }
}
