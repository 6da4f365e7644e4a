package io.acme.shop;

/** What H2 calls as {@code pause} and {@code price_of}; neither makes an execution of its own. */
public final class Functions {
  private Functions() {}

  /** Makes a statement last {@code millis}; answers them. */
  public static int pause(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  /** The price of an item. */
  public static int priceOf(int item) {
    return (item - 1) % 50;
  }
}
