package io.acme.jdk;

import io.acme.shop.Exhaustion;
import io.acme.shop.Shop;
import io.acme.shop.Shops;

/**
 * Asks its database in a heap that is full for some seconds, says {@code FREE} when it is not any
 * more, and goes on asking. No server is in it, whose own threads would not survive that.
 */
public final class Exhausted {
  private static final int PAUSE_MILLIS = 20;

  private Exhausted() {}

  /** Prints {@code READY} when it begins; runs until it is ended. */
  public static void main(String[] args) throws Exception {
    Shop shop = Shops.open();
    System.out.println("READY 0");
    for (int i = 0; i < 200; i++) {
      ask(shop);
    }
    Exhaustion.of(3_000, () -> ask(shop));
    System.out.println("FREE");
    while (true) {
      ask(shop);
    }
  }

  /** One execution, if there is memory for it. */
  private static void ask(Shop shop) {
    try {
      shop.listWithJoin();
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | OutOfMemoryError e) {
      return;
    }
  }
}
