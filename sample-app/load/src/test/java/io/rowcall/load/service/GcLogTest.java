package io.rowcall.load.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {

  private static final double MB = 1 << 20;

  @TempDir private Path folder;

  @Test
  void sumsTheAllocationsBetweenCollections() throws Exception {
    GcLog log =
        read(
            "[0.01s][info][gc] Using G1",
            "[1.1s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->4M(252M) 3.1ms",
            "[2.1s][info][gc] GC(1) Concurrent Mark Cycle",
            "[2.2s][info][gc] GC(1) Pause Remark 30M->28M(252M) 3.1ms",
            "[3.1s][info][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 128M->6M(252M) 3.1ms");
    assertEquals(OptionalDouble.of((30 - 4 + 128 - 28) * MB), log.allocatedBytes());
    assertEquals(OptionalDouble.of(28 * MB), log.highestBytesAfter());
  }

  @Test
  void isEmptyWithTooFewCollections() throws Exception {
    GcLog log = read("[1s][info][gc] GC(0) Pause Young (Allocation Failure) 8M->2M(30M) 2.0ms");
    assertEquals(OptionalDouble.empty(), log.allocatedBytes());
    assertEquals(List.of(), log.highestBytesAfterByHalf());
    assertTrue(GcLog.read(folder.resolve("none")).highestBytesAfter().isEmpty());
  }

  @Test
  void splitsTheCollectionsAfterAnEarlierReading() throws Exception {
    GcLog earlier = read(pause(50, 40));
    GcLog later =
        read(pause(50, 40), pause(60, 10), pause(60, 12), pause(60, 14), pause(60, 13))
            .since(earlier);
    assertEquals(List.of(12 * MB, 14 * MB), later.highestBytesAfterByHalf());
  }

  private static String pause(int before, int after) {
    return "[9s][info][gc] GC(9) Pause Young (Normal) " + before + "M->" + after + "M(64M) 1.0ms";
  }

  private GcLog read(String... lines) throws Exception {
    return GcLog.read(Files.write(folder.resolve("gc.log"), List.of(lines)));
  }
}
