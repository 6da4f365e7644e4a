package io.acme.jdk;

import io.acme.shop.FullHeap;
import io.acme.shop.Shop;
import io.acme.shop.Shops;

/**
 * Program that fills its heap right after its first statement, before the agent has written
 * anything. Prints {@code FREE} once memory is free again, queries for some seconds, and ends.
 */
public final class FullHeapAtStart {
  private static final int PAUSE_MILLIS = 20;
  private static final int QUERIES_AFTERWARDS = 150;

  private FullHeapAtStart() {}

  /** Prints {@code READY} at the start. */
  public static void main(String[] args) throws Exception {
    System.out.println("READY 0");
    Shop shop = Shops.open();
    query(shop);
    FullHeap.keep(2_000, () -> query(shop));
    System.out.println("FREE");
    for (int i = 0; i < QUERIES_AFTERWARDS; i++) {
      query(shop);
    }
  }

  /** One execution, if there is memory for it and for the database's own classes. */
  private static void query(Shop shop) {
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
