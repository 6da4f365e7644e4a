package io.rowcall.sample.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Measures the grouping of forty people's answers by block, at growing numbers of blocks. */
public final class AvailabilityScale {

  private static final int PEOPLE = 40;

  private AvailabilityScale() {}

  /** Best of a few runs. */
  public record Point(int blocks, int answers, double millis) {}

  public static List<Point> measure(int... blockCounts) {
    List<Point> points = new ArrayList<>();
    for (int blocks : blockCounts) {
      List<EventView.Slot> slots = new ArrayList<>();
      List<EventView.Answer> answers = new ArrayList<>();
      for (int b = 0; b < blocks; b++) {
        slots.add(new EventView.Slot(b, Instant.EPOCH.plusSeconds(b), Instant.EPOCH));
        for (int p = 0; p < PEOPLE; p++) {
          answers.add(new EventView.Answer(p, b, (p + b) % 3 == 0 ? "AVAILABLE" : "BUSY"));
        }
      }
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 30; i++) {
        long start = System.nanoTime();
        if (Availability.blocks(slots, answers).size() != blocks) {
          throw new IllegalStateException("a block is missing");
        }
        best = Math.min(best, System.nanoTime() - start);
      }
      points.add(new Point(blocks, answers.size(), best / 1e6));
    }
    return points;
  }
}
