package io.acme.shop;

import static java.util.concurrent.TimeUnit.MINUTES;

import io.rowcall.junit.ExpectQueries;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Tests that run in parallel and alternate. */
class ParallelCases {
  private static final CyclicBarrier TURNS = new CyclicBarrier(2);

  @Test
  @ExpectQueries(select = 3)
  void threeQueries() throws Exception {
    ask(3);
  }

  @Test
  @ExpectQueries(select = 2)
  void twoQueries() throws Exception {
    ask(2);
  }

  private static void ask(int times) throws Exception {
    try (Shop shop = QuietShop.open()) {
      turn();
      for (int i = 1; i <= times; i++) {
        shop.items(i);
      }
      turn();
    }
  }

  private static void turn() throws InterruptedException, BrokenBarrierException, TimeoutException {
    TURNS.await(2, MINUTES);
  }
}
