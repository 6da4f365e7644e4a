package io.rowcall.bench.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.bench.trial.Settling.Batch;
import io.rowcall.bench.trial.Settling.Settled;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlingTest {
  @Test
  void isSettledWhenTheLastTenBatchesCostAsMuchAsTheTenBefore() {
    assertFalse(Settling.isSettled(batches(IntStream.range(0, 19).mapToDouble(i -> 100))));
    assertTrue(Settling.isSettled(batches(IntStream.range(0, 20).mapToDouble(i -> 100))));
    assertFalse(
        Settling.isSettled(batches(IntStream.range(0, 20).mapToDouble(i -> i < 10 ? 103 : 100))));
  }

  @Test
  void driftComparesTheLastThirdWithTheFirst() {
    var settled = new Settled(batches(DoubleStream.of(100, 100, 500, 500, 110, 110)), 0);
    assertEquals(0.1, settled.drift(), 1e-9);
  }

  private static List<Batch> batches(DoubleStream cpuNanos) {
    return cpuNanos.mapToObj(nanos -> new Batch(nanos, nanos, 0)).toList();
  }
}
