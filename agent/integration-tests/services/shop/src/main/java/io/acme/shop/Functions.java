package io.acme.shop;

/** Java functions behind H2's aliases {@code pause} and {@code price_of}; they run no SQL. */
public final class Functions {
  private Functions() {}

  /** Delays a statement by {@code millis}, and returns them. */
  public static int pause(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  /** Returns the price of an item. */
  public static int priceOf(int item) {
    return (item - 1) % 50;
  }
}
