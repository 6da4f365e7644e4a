package io.acme.shop;

import java.util.ArrayList;
import java.util.List;

/** Fills the heap until nothing is left of it, and frees it again. */
public final class Exhaustion {
  private static final int SMALLEST = 16;
  private static final int MAX_KEPT = 1 << 18;

  private Exhaustion() {}

  /** Keeps the heap full for so many milliseconds, and does something meanwhile. */
  public static void of(int millis, Runnable meanwhile) {
    List<byte[]> kept = new ArrayList<>(MAX_KEPT);
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end) {
      fill(kept);
      meanwhile.run();
    }
    kept.clear();
  }

  private static void fill(List<byte[]> kept) {
    for (int bytes = 1 << 20; bytes >= SMALLEST; bytes /= 2) {
      try {
        while (kept.size() < MAX_KEPT) {
          kept.add(new byte[bytes]);
        }
      } catch (OutOfMemoryError full) {
        continue;
      }
    }
  }
}
