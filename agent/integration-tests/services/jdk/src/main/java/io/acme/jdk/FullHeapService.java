package io.acme.jdk;

import io.acme.shop.FullHeap;
import io.acme.shop.Shop;
import io.acme.shop.Shops;

/**
 * Program that queries its database while its heap is full for some seconds, prints {@code FREE}
 * once memory is free again, and continues. It has no server, whose threads would not survive.
 */
public final class FullHeapService {
  private static final int PAUSE_MILLIS = 20;

  private FullHeapService() {}

  /** Prints {@code READY} at the start; runs until it is killed. */
  public static void main(String[] args) throws Exception {
    Shop shop = Shops.open();
    System.out.println("READY 0");
    for (int i = 0; i < 200; i++) {
      query(shop);
    }
    FullHeap.keep(3_000, () -> query(shop));
    System.out.println("FREE");
    while (true) {
      query(shop);
    }
  }

  /** One execution, if memory allows. */
  private static void query(Shop shop) {
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
