package io.acme.jdk;

import io.acme.shop.Exhaustion;
import io.acme.shop.Shop;
import io.acme.shop.Shops;

/**
 * Fills its heap right after its first statements, before anything else could happen. Says {@code
 * FREE} when the heap is not full any more, goes on asking for some seconds, and ends by itself.
 */
public final class ExhaustedAtStart {
  private static final int PAUSE_MILLIS = 20;
  private static final int ASKED_AFTERWARDS = 100;

  private ExhaustedAtStart() {}

  /** Prints {@code READY} when it begins. */
  public static void main(String[] args) throws Exception {
    System.out.println("READY 0");
    Shop shop = Shops.open();
    ask(shop);
    Exhaustion.of(2_000, () -> ask(shop));
    System.out.println("FREE");
    for (int i = 0; i < ASKED_AFTERWARDS; i++) {
      ask(shop);
    }
  }

  /** One execution, if there is memory for it and for the database's own classes. */
  private static void ask(Shop shop) {
    try {
      shop.listWithJoin();
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | OutOfMemoryError | LinkageError e) {
      return;
    }
  }
}
