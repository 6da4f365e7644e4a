package io.acme.shop;

import java.util.ArrayList;
import java.util.List;

/** Fills the heap completely, and frees it again. */
public final class FullHeap {
  private static final int SMALLEST = 16;
  private static final int MAX_KEPT = 1 << 18;

  private FullHeap() {}

  /** Keeps the heap full for {@code millis}, and runs {@code task} repeatedly meanwhile. */
  public static void keep(int millis, Runnable task) {
    List<byte[]> kept = new ArrayList<>(MAX_KEPT);
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end) {
      fill(kept);
      task.run();
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
